/// A segment of an API's paths. Its `Ref` is the resource's ID.
public struct PathResource: Resource {
  public static let type = "AWS::ApiGateway::Resource"

  /// The parent's ID: another resource's, or the API's `RootResourceId`.
  public var parentId: Reference<PathResource>
  /// The segment: text, `{name}` or `{name+}`.
  public var pathPart: String
  /// The API.
  public var restApiId: Reference<RestApi>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    parentId: Reference<PathResource>,
    pathPart: String,
    restApiId: Reference<RestApi>
  ) {
    self.parentId = parentId
    self.pathPart = pathPart
    self.restApiId = restApiId
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.parentId, parentId)
    writer.add(.pathPart, pathPart)
    writer.add(.restApiId, restApiId)
  }
}
