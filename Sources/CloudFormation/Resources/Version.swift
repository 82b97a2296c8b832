/// A published version of a function. Its `Ref` is the version's ARN; attributes: `Version`.
public struct Version: Resource {
  public static let type = "AWS::Lambda::Version"

  /// The hash that the code must have.
  public var codeSha256: Value?
  /// What the version is for.
  public var description: Value?
  /// The function.
  public var functionName: Reference<Function>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    functionName: Reference<Function>,
    codeSha256: Value? = nil,
    description: Value? = nil
  ) {
    self.functionName = functionName
    self.codeSha256 = codeSha256
    self.description = description
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.codeSha256, codeSha256)
    writer.add(.description, description)
    writer.add(.functionName, functionName)
  }
}
