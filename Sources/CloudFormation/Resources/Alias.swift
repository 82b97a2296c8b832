/// A name for a version of a function. Its `Ref` is the alias's ARN.
public struct Alias: Resource {
  public static let type = "AWS::Lambda::Alias"

  /// What the alias is for.
  public var description: Value?
  /// The function.
  public var functionName: Reference<Function>
  /// The version's number.
  public var functionVersion: Value
  /// The alias's name.
  public var name: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    functionName: Reference<Function>,
    functionVersion: Value,
    name: Value,
    description: Value? = nil
  ) {
    self.functionName = functionName
    self.functionVersion = functionVersion
    self.name = name
    self.description = description
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.description, description)
    writer.add(.functionName, functionName)
    writer.add(.functionVersion, functionVersion)
    writer.add(.name, name)
  }
}
