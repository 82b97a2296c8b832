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

  /// A template holds many of these: where no ID is an intrinsic that must be joined, no values are made in between.
  private static func executeApi(_ api: Reference<RestApi>, _ text: String, _ part: Value?, _ end: String?) -> Value {
    var pieces: [Piece] = []
    pieces.reserveCapacity(throughAccount.count + 4)
    pieces.append(contentsOf: throughAccount)
    guard api.append(to: &pieces) else { return joined(api, text, part, end) }
    pieces.append(.text(text))
    if let part, !part.append(to: &pieces) { return joined(api, text, part, end) }
    if let end {
      guard !end.hasOpenPlaceholder else { return joined(api, text, part, end) }
      pieces.append(.text(end))
    }
    return .sub(pieces)
  }

  private static func joined(_ api: Reference<RestApi>, _ text: String, _ part: Value?, _ end: String?) -> Value {
    var parts: [Value] = [.sub(throughAccount), api.value, .string(text)]
    if let part { parts.append(part) }
    if let end { parts.append(.string(end)) }
    return .joined(parts)
  }

  /// The verb and the path, `*` for `ANY` and for each parameter.
  private static func end(_ verb: String, _ path: [String]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(95)
    append(verb == "ANY" ? "*" : verb, to: &bytes)
    if path.isEmpty { append("", to: &bytes) }
    for segment in path {
      let isParameter = segment.utf8.first == UInt8(ascii: "{") && segment.utf8.last == UInt8(ascii: "}")
      append(isParameter ? "*" : segment, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ segment: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "/"))
    segment.withBytes { bytes.append(contentsOf: $0) }
  }
}

extension Reference {
  /// Appends what names the resource to an `Fn::Sub`; returns false for what cannot stand in one.
  fileprivate func append(to pieces: inout [Piece]) -> Bool {
    switch self {
    case .resource(let id): pieces.append(.ref(id))
    case .existing(let value): return value.append(to: &pieces)
    }
    return true
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
