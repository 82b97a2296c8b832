/// Code of a CDK program where a spec has a value: `Duration.seconds(5)`, `new apigateway.LambdaIntegration(list)`.
public struct CDKCode {
  /// The class, or the object, whose member it is: `Duration`; nothing for a class alone.
  private let owner: Substring
  /// What is called, made or named.
  private let name: Substring
  /// What stands in the parentheses, without quotes; nil where there are none.
  private let argument: String?

  /// - Returns: nil for text that is no such code.
  private init?(_ text: String) {
    let code = text.hasPrefix("new ") ? text.dropFirst(4) : text[...]
    let words = code.prefix { $0 != "(" }.split(separator: ".")
    guard let name = words.last, words.count > 1 || code.count < text.count || code.hasSuffix(")"),
      words.allSatisfy({ $0.utf8.allSatisfy(Self.isOfName) })
    else { return nil }
    (owner, self.name) = (words.dropLast().last ?? "", name)
    argument = code.hasSuffix(")") ? String(code.dropFirst(code.prefix { $0 != "(" }.count + 1).dropLast()) : nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xDF) && byte < 0x80 || byte == UInt8(ascii: "_")
  }

  /// Bytes of the longest value that is looked at: code that was pasted is short, and a text of megabytes is none.
  static let mostBytes = 200

  /// Whether a value has what all code has: a spec may be full of wrong words, and most are no code at sight.
  static func mayBe(_ value: String) -> Bool {
    value.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "(") } || value.hasPrefix("new ")
  }

  /// What to write instead of a value.
  ///
  /// - Returns: nil where the value is no code, or none of the CDK's that a spec has words for.
  public static func advice(on value: String) -> String? {
    guard value.utf8.count <= mostBytes, mayBe(value), let code = CDKCode(value) else { return nil }
    return integrations[code.name] ?? members["\(code.owner).\(code.name)"] ?? code.quantity ?? code.source
  }

  private static let integrations: [Substring: String] = [
    "LambdaIntegration": "write the function's name, or 'integration: {type: lambda, handler: NAME}'",
    "MockIntegration": "write 'integration: {type: mock}'",
    "HttpIntegration": "write 'integration: {type: http, url: ADDRESS}'",
    "AwsIntegration": "write 'integration: {type: aws, service: NAME, action: NAME}', or 'path' for 'action'",
    "StepFunctionsIntegration": "write 'integration: {type: stepFunctions, stateMachine: NAME}'",
    "SagemakerIntegration": "write 'integration: {type: sageMaker, endpoint: NAME}'",
  ]

  private static let members = [
    "Cors.ALL_ORIGINS": "write '*', in quotes",
    "Cors.ALL_METHODS": "leave it out: all methods are the default",
    "Cors.DEFAULT_HEADERS": "leave it out: these headers are the default",
    "Model.EMPTY_MODEL": "write 'Empty'", "Model.ERROR_MODEL": "write 'Error'",
    "Code.fromBucket": "write a mapping with 'bucket' and 'key'", "Code.fromInline": "write a mapping with 'inline'",
    "StepFunctionsIntegration.startExecution": "write 'integration: {type: stepFunctions, stateMachine: NAME}'",
    "Role.fromRoleArn": "write the ARN itself", "Function.fromFunctionArn": "write the ARN itself",
  ]

  /// `Duration.seconds(5)` is `5s`, and `Size.mebibytes(512)` is `512MiB`.
  private var quantity: String? {
    let units = ["millis": "ms", "seconds": "s", "minutes": "m", "hours": "h", "days": "d"]
    let sizes = ["bytes": "", "kibibytes": "KiB", "mebibytes": "MiB"]
    let unit = owner == "Duration" ? units[String(name)] : owner == "Size" ? sizes[String(name)] : nil
    guard let unit, let argument, let number = Int(argument) else { return nil }
    return "write '\(number)\(unit)'"
  }

  /// `Code.fromAsset('src')` is the path itself.
  private var source: String? {
    guard ["Code.fromAsset", "ApiDefinition.fromAsset", "AssetCode.fromAsset"].contains("\(owner).\(name)"),
      let argument, let quote = argument.first, "'\"`".contains(quote)
    else { return nil }
    return "write the path itself: '\(argument.dropFirst().prefix { $0 != quote })'"
  }
}
