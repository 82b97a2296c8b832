/// What of API Gateway may call a Lambda function: the words of a permission's `SourceArn`.
public enum PermissionSource: Sendable {
  /// A method at a path, as it is called through stages; the verb `ANY` becomes `*`.
  case method(api: Reference<RestApi>, stage: PermissionStage, verb: String, path: CallPath)
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
      return PermissionSource.executeApi(api, "/", stage.value, PermissionSource.word(verb) + path.text)
    case .everyMethod(let api):
      return PermissionSource.executeApi(api, "/*/*/*", nil, nil)
    case .authorizer(let api, let authorizer):
      return PermissionSource.executeApi(api, "/authorizers/", authorizer.value, nil)
    case .arn(let value):
      return value
    }
  }

  private static let account: StaticString = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"

  private static func executeApi(_ api: Reference<RestApi>, _ text: String, _ part: Value?, _ end: String?) -> Value {
    var parts: [Value] = [.sub([.spelled("\(account)")]), api.value, .string(text)]
    if let part { parts.append(part) }
    if let end { parts.append(.string(end)) }
    return .joined(parts)
  }

  /// The verb after its slash.
  fileprivate static func word(_ verb: String) -> String { verb == "ANY" ? "/*" : "/" + verb }
}

extension PermissionSource {
  /// Writes the ARN. A template holds many of them: where the API is of the template and the path has no dollar, it is
  /// written as it is, and no values are made in between.
  func write(to writer: inout PropertyWriter) {
    guard case .method(.resource(let api), let stage, let verb, let path) = self, let stage = stage.word,
      !path.hasDollar
    else { return writer.write(value) }
    writer.beginSub()
    writer.append(PermissionSource.account.bytes)
    writer.appendPlaceholder(api.text)
    writer.append("/")
    switch stage {
    case .name(let id): writer.appendPlaceholder(id.text)
    case .literal(let text): writer.append(text)
    }
    writer.append(PermissionSource.word(verb))
    writer.append(path.text)
    writer.endSub()
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

  /// The stage in an `Fn::Sub`; nil where it is an ID from outside.
  fileprivate var word: Word? {
    switch self {
    case .stage(.resource(let id)): .name(id)
    case .stage(.existing): nil
    case .every: .literal("*")
    case .test: .literal("test-invoke-stage")
    }
  }

  fileprivate enum Word {
    case name(LogicalID)
    case literal(String)
  }
}
