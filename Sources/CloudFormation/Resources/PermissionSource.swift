/// What of API Gateway may call a Lambda function: the words of a permission's `SourceArn`.
public enum PermissionSource: Sendable {
  /// A method at a path, as it is called through stages; the verb `ANY` becomes `*`.
  case method(PermissionScope, verb: String, path: CallPath)
  /// Every method of an API in every stage.
  case everyMethod(api: Reference<RestApi>)
  /// One authorizer of an API.
  case authorizer(api: Reference<RestApi>, Reference<Authorizer>)
  /// Any other ARN, as it stands.
  case arn(Value)

  /// The ARN.
  public var value: Value {
    switch self {
    case .method(let scope, let verb, let path):
      return PermissionSource.executeApi(
        scope.api, "/", scope.stage.value, "/" + PermissionSource.word(verb) + path.text)
    case .everyMethod(let api):
      return PermissionSource.executeApi(api, "/*/*/*", nil, nil)
    case .authorizer(let api, let authorizer):
      return PermissionSource.executeApi(api, "/authorizers/", authorizer.value, nil)
    case .arn(let value):
      return value
    }
  }

  private static func executeApi(_ api: Reference<RestApi>, _ text: String, _ part: Value?, _ end: String?) -> Value {
    let account = String("\(KnownBeginning.executeArn.text)".dropLast("${".count))
    var parts: [Value] = [.sub([.spelled(account)]), api.value, .string(text)]
    if let part { parts.append(part) }
    if let end { parts.append(.string(end)) }
    return .joined(parts)
  }

  fileprivate static func word(_ verb: String) -> String { verb == "ANY" ? "*" : verb }
}

extension PermissionSource {
  /// Writes the ARN. A template holds many of them: where the API is of the template and the path has no dollar, it is
  /// written as it is, and no values are made in between.
  func write(to writer: inout PropertyWriter) {
    guard case .method(let scope, let verb, let path) = self, let start = scope.start, !path.hasDollar else {
      return writer.write(value)
    }
    writer.writeSub(.executeArn) { writer in
      writer.append(start)
      writer.append(PermissionSource.word(verb))
      path.bytes.withUnsafeBufferPointer { writer.append($0) }
    }
  }
}

/// An API and the stages of it through which methods are called: what the permissions of many of them have in common.
///
/// A class, because each is handed it.
public final class PermissionScope: Sendable {
  let api: Reference<RestApi>
  let stage: PermissionStage
  /// The text of their ARNs in an `Fn::Sub` behind its known beginning, up to the verb; nil where the API or the stage is
  /// an ID from outside.
  let start: String?

  /// The scope of methods of an API in stages of it.
  public init(api: Reference<RestApi>, stage: PermissionStage) {
    (self.api, self.stage) = (api, stage)
    guard case .resource(let id) = api, let word = stage.word else {
      start = nil
      return
    }
    start = "\(id.text)}/\(word)/"
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
  fileprivate var word: String? {
    switch self {
    case .stage(.resource(let id)): "${\(id.text)}"
    case .stage(.existing): nil
    case .every: "*"
    case .test: "test-invoke-stage"
    }
  }
}
