/// What of API Gateway may call a Lambda function: the words of a permission's `SourceArn`.
public enum PermissionSource: Sendable {
  /// A method at a path, as it is called through stages. Segments stand as they are written: each `{…}` becomes `*`,
  /// as does the verb `ANY`.
  case method(api: Reference<RestApi>, stage: PermissionStage, verb: String, path: [String])
  /// Every method of an API in every stage.
  case everyMethod(api: Reference<RestApi>)
  /// One authorizer of an API.
  case authorizer(api: Reference<RestApi>, Reference<Authorizer>)
  /// Any other ARN, as it stands.
  case arn(Value)

  /// The ARN.
  public var value: Value {
    switch self {
    case .method(let api, let stage, let verb, let path):
      return PermissionSource.executeApi(api, "/", stage.value, PermissionSource.end(verb, path))
    case .everyMethod(let api):
      return PermissionSource.executeApi(api, "/*/*/*", nil, nil)
    case .authorizer(let api, let authorizer):
      return PermissionSource.executeApi(api, "/authorizers/", authorizer.value, nil)
    case .arn(let value):
      return value
    }
  }

  private static let throughAccount: [Piece] = [
    .text("arn:"), .pseudo("AWS::Partition"), .text(":execute-api:"), .pseudo("AWS::Region"), .text(":"),
    .pseudo("AWS::AccountId"), .text(":"),
  ]

  private static func executeApi(_ api: Reference<RestApi>, _ text: String, _ part: Value?, _ end: String?) -> Value {
    var parts: [Value] = [.sub(throughAccount), api.value, .string(text)]
    if let part { parts.append(part) }
    if let end { parts.append(.string(end)) }
    return .joined(parts)
  }

  /// The verb and the path, `*` for `ANY` and for each parameter.
  private static func end(_ verb: String, _ path: [String]) -> String {
    var text = verb == "ANY" ? "/*" : "/" + verb
    if path.isEmpty { text += "/" }
    for segment in path {
      text += "/"
      text += segment.utf8.first == UInt8(ascii: "{") && segment.utf8.last == UInt8(ascii: "}") ? "*" : segment
    }
    return text
  }
}

/// The stages of a permission.
public enum PermissionStage: Sendable {
  /// One stage.
  case stage(Reference<Stage>)
  /// Every stage, and the console's test call too.
  case every
  /// The console's test call alone: `test-invoke-stage`.
  case test

  var value: Value {
    switch self {
    case .stage(let stage): stage.value
    case .every: "*"
    case .test: "test-invoke-stage"
    }
  }
}
