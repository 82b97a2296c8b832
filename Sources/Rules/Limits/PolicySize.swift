import Spec

/// How large a function's resource policy becomes: the least, as names of the stack and the region are not known here.
///
/// A permission is a statement of it; see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
struct PolicySize {
  private(set) var bytes = PolicySize.around
  private(set) var statements = 0

  /// What Lambda takes.
  static let limit = 20_480

  private static let around = #"{"Version":"2012-10-17","Id":"default","Statement":[]}"#.utf8.count
  private static let statement = [
    #"{"Sid":"","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"#,
    #""Action":"lambda:InvokeFunction","Resource":"","Condition":{"ArnLike":{"AWS:SourceArn":""}}},"#,
  ].reduce(0) { $0 + $1.utf8.count }
  /// A stack of one letter, the logical ID's least, and what CloudFormation adds.
  private static let statementID = "s--ABCDEFGHIJKL".utf8.count
  static let leastARN = "arn:aws:lambda:us-east-1:111122223333:function:".utf8.count
  private static let methodARN = "arn:aws:execute-api:us-east-1:111122223333:abcdefghij/".utf8.count
  private static let testStage = "test-invoke-stage"

  /// Bytes of the function's ARN.
  private let functionARN: Int

  init(functionARN: Int) { self.functionARN = functionARN }

  /// By what is known of a function's ARN.
  init(of function: Named<Function>) {
    if let arn = function.value.arn {
      functionARN = arn.known()?.utf8.count ?? Self.leastARN
    } else if let name = function.value.functionName {
      functionARN = Self.leastARN + (name.known()?.utf8.count ?? 0)
    } else {
      functionARN = Self.leastARN + min(64, function.name.utf8.count + "s--ABCDEFGHIJKL".utf8.count)
    }
  }

  /// Adds the permissions of a method: one a stage, and one for the console's test.
  mutating func add(_ operation: Operation, _ lambda: LambdaBackend, _ api: ResolvedAPI) {
    let path = Self.size(ofPath: api.paths.nodes[operation.path].path)
    let verb = operation.verb == .any ? 1 : operation.verb.rawValue.utf8.count
    let fixed = Self.statement + Self.statementID + api.name.utf8.count + functionARN + Self.methodARN + 1 + verb + path
    for stage in api.stages { add(fixed + stage.name.utf8.count) }
    if api.stages.isEmpty { add(fixed + 1) }
    if lambda.allowTestInvoke.value { add(fixed + Self.testStage.utf8.count) }
  }

  private mutating func add(_ size: Int) {
    bytes += size
    statements += 1
  }

  /// A path in which each parameter is a `*`.
  private static func size(ofPath path: String) -> Int {
    var (size, depth) = (0, 0)
    for byte in path.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if depth == 0 || byte == UInt8(ascii: "{") { size += 1 }
      if byte == UInt8(ascii: "}") { depth = 0 }
    }
    return size
  }
}
