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

  private static let account = Piece.spelled(
    "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:")

  /// A template holds many of these: where no ID is an intrinsic that must be joined, no values are made in between.
  private static func executeApi(_ api: Reference<RestApi>, _ text: String, _ part: Value?, _ end: String?) -> Value {
    var pieces: [Piece] = []
    pieces.reserveCapacity(5)
    pieces.append(account)
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
    var parts: [Value] = [.sub([account]), api.value, .string(text)]
    if let part { parts.append(part) }
    if let end { parts.append(.string(end)) }
    return .joined(parts)
  }

  /// The verb and the path, `*` for `ANY` and for each parameter.
  private static func end(_ verb: String, _ path: [String]) -> String {
    let capacity = path.reduce(verb.utf8.count + 2) { $0 + 1 + $1.utf8.count }
    return String(unsafeUninitializedCapacity: capacity) { text in
      let text = UnsafeMutableRawBufferPointer(text)
      var count = 0
      append(verb == "ANY" ? "*" : verb, to: text, &count)
      if path.isEmpty { append("", to: text, &count) }
      for segment in path {
        let isParameter = segment.withBytes { $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") }
        append(isParameter ? "*" : segment, to: text, &count)
      }
      return count
    }
  }

  private static func append(_ segment: String, to text: UnsafeMutableRawBufferPointer, _ count: inout Int) {
    text[count] = UInt8(ascii: "/")
    let start = count + 1
    count = start + segment.utf8.count
    segment.withBytes {
      UnsafeMutableRawBufferPointer(rebasing: text[start..<count]).copyMemory(from: UnsafeRawBufferPointer($0))
    }
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
