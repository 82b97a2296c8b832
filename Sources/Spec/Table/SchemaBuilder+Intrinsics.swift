/// What goes into the template as it stands: free JSON, and intrinsics, whose arguments are looked at.
extension SchemaBuilder {
  /// Any JSON; what looks like an intrinsic in it is one.
  static let json: SchemaValue = [
    "description": "Any value; intrinsics may stand anywhere in it.",
    "if": [
      "type": "object", "minProperties": .integer(1), "maxProperties": .integer(1),
      "propertyNames": ["pattern": "^(Ref|Fn::.+)$"],
    ],
    "then": ["$ref": "#/definitions/intrinsic"],
    "else": ["items": free, "additionalProperties": free],
  ]

  /// A reference to the schema of free JSON.
  static let free: SchemaValue = ["$ref": "#/definitions/json"]

  /// The long form of any intrinsic function.
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
  static let intrinsic: SchemaValue = [
    "description": "A CloudFormation intrinsic function.", "type": "object",
    "patternProperties": [
      "^(Ref|Fn::.+)$": free,
      "^Ref$": ["type": ["string", "number", "boolean", "null"], "minLength": .integer(1)],
      "^Fn::GetAtt$": attribute, "^Fn::Sub$": substitution,
      "^Fn::Join$": list(2...2), "^Fn::Split$": list(2...2), "^Fn::Select$": list(2...2), "^Fn::Equals$": list(2...2),
      "^Fn::If$": list(3...3), "^Fn::FindInMap$": list(3...4), "^Fn::Cidr$": list(2...3), "^Fn::Not$": list(1...1),
      "^Fn::And$": list(2...10), "^Fn::Or$": list(2...10),
    ],
    "additionalProperties": false, "minProperties": .integer(1),
    "maxProperties": .integer(1),
  ]

  private static func list(_ count: ClosedRange<Int>) -> SchemaValue {
    ["type": "array", "minItems": .integer(count.lowerBound), "maxItems": .integer(count.upperBound)]
  }

  /// `X.Arn` or `[X, Arn]`.
  private static let attribute: SchemaValue = [
    "anyOf": [
      ["type": "string", "pattern": "^[^.]+[.].+$"],
      [
        "type": "array", "minItems": .integer(2), "maxItems": .integer(2),
        "items": [["type": ["string", "number", "boolean"]], free],
      ],
    ]
  ]

  /// A text, or a list of a text and its values.
  private static let substitution: SchemaValue = [
    "anyOf": [
      text, ["type": "array", "minItems": .integer(2), "maxItems": .integer(2), "items": [text, ["type": "object"]]],
    ]
  ]

  /// A text all of whose placeholders end; `null` is a text here, and a name.
  private static let text: SchemaValue = [
    "type": ["string", "number", "boolean", "null"], "pattern": "^([^$]|[$](?![{])|[$][{][^}]*[}])*$",
  ]
}
