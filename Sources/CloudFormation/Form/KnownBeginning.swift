/// How the text of most `Fn::Sub`s begins. A form has a tag of its own for each, in place of the function's and of so much
/// text: half of what a method with a function would have otherwise.
enum KnownBeginning: CaseIterable {
  /// The URI by which API Gateway calls a function of the template.
  case functionUri
  /// The ARN of what is called of an API of the template.
  case executeArn

  var text: StaticString {
    switch self {
    case .functionUri:
      "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${"
    case .executeArn: "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${"
    }
  }

  var tag: Form.Tag {
    switch self {
    case .functionUri: .subOfFunctionUri
    case .executeArn: .subOfExecuteArn
    }
  }

  /// The beginning that a tag stands for, if any.
  init?(_ tag: Form.Tag) {
    switch tag {
    case .subOfFunctionUri: self = .functionUri
    case .subOfExecuteArn: self = .executeArn
    default: return nil
    }
  }

  /// The beginning of a text, if it has one of these.
  init?(of text: UnsafeBufferPointer<UInt8>) {
    guard let known = Self.allCases.first(where: { text.starts(with: $0.text.bytes) }) else { return nil }
    self = known
  }
}
