/// A snapshot of an API. Its `Ref` is the deployment's ID.
public struct Deployment: Resource {
  public static let type = "AWS::ApiGateway::Deployment"

  /// What the snapshot is for.
  public var description: Value?
  /// The API.
  public var restApiId: Reference<RestApi>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    restApiId: Reference<RestApi>,
    description: Value? = nil
  ) {
    self.restApiId = restApiId
    self.description = description
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.description, description)
    writer.add(.restApiId, restApiId)
  }
}
