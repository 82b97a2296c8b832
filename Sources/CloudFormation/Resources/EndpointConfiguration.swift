/// How an API or a domain name is reached.
public struct EndpointConfiguration: PropertyType {
  /// `ipv4` or `dualstack`.
  public var ipAddressType: Value?
  /// A list of one: `EDGE`, `REGIONAL` or `PRIVATE`.
  public var types: Value?
  /// The VPC endpoints of a private API, a list.
  public var vpcEndpointIds: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    ipAddressType: Value? = nil,
    types: Value? = nil,
    vpcEndpointIds: Value? = nil
  ) {
    self.ipAddressType = ipAddressType
    self.types = types
    self.vpcEndpointIds = vpcEndpointIds
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.ipAddressType, ipAddressType)
    writer.add(.types, types)
    writer.add(.vpcEndpointIds, vpcEndpointIds)
  }
}
