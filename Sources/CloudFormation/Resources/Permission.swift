/// The right of API Gateway to call a Lambda function. It keeps the words of its source, not the built ARN: a template
/// holds many.
public struct Permission: Resource {
  public static let type = "AWS::Lambda::Permission"

  /// The ARN of the function, version or alias.
  public var functionName: WrittenValue
  /// What may call it.
  public var source: PermissionSource

  /// A permission to invoke the function for API Gateway.
  public init(functionName: WrittenValue, source: PermissionSource) {
    self.functionName = functionName
    self.source = source
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.action, KnownWord.invokeFunction)
    writer.add(.functionName, functionName)
    writer.add(.principal, KnownWord.apiGateway)
    writer.writeName(.sourceArn)
    source.write(to: &writer)
  }
}
