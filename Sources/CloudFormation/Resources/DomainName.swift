/// A custom domain name. Its `Ref` is the name; attributes: `RegionalDomainName`, `DistributionDomainName` and
/// their hosted zones.
public struct DomainName: Resource {
  public static let type = "AWS::ApiGateway::DomainName"

  /// The certificate of an edge-optimized domain name.
  public var certificateArn: Value?
  /// The name.
  public var domainName: Value?
  /// `BASIC` or `STRICT`.
  public var endpointAccessMode: Value?
  /// How the name is reached.
  public var endpointConfiguration: EndpointConfiguration?
  /// The authorities that sign callers' certificates.
  public var mutualTlsAuthentication: MutualTlsAuthentication?
  /// The certificate that proves who owns the name.
  public var ownershipVerificationCertificateArn: Value?
  /// The certificate of a regional domain name.
  public var regionalCertificateArn: Value?
  /// How requests find their API: by mappings, by rules, or both.
  public var routingMode: Value?
  /// The TLS policy.
  public var securityPolicy: Value?
  /// Tags of the name.
  public var tags: [Tag]?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    certificateArn: Value? = nil,
    domainName: Value? = nil,
    endpointAccessMode: Value? = nil,
    endpointConfiguration: EndpointConfiguration? = nil,
    mutualTlsAuthentication: MutualTlsAuthentication? = nil,
    ownershipVerificationCertificateArn: Value? = nil,
    regionalCertificateArn: Value? = nil,
    routingMode: Value? = nil,
    securityPolicy: Value? = nil,
    tags: [Tag]? = nil
  ) {
    self.certificateArn = certificateArn
    self.domainName = domainName
    self.endpointAccessMode = endpointAccessMode
    self.endpointConfiguration = endpointConfiguration
    self.mutualTlsAuthentication = mutualTlsAuthentication
    self.ownershipVerificationCertificateArn = ownershipVerificationCertificateArn
    self.regionalCertificateArn = regionalCertificateArn
    self.routingMode = routingMode
    self.securityPolicy = securityPolicy
    self.tags = tags
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.certificateArn, certificateArn)
    writer.add(.domainName, domainName)
    writer.add(.endpointAccessMode, endpointAccessMode)
    writer.add(.endpointConfiguration, endpointConfiguration)
    writer.add(.mutualTlsAuthentication, mutualTlsAuthentication)
    writer.add(.ownershipVerificationCertificateArn, ownershipVerificationCertificateArn)
    writer.add(.regionalCertificateArn, regionalCertificateArn)
    writer.add(.routingMode, routingMode)
    writer.add(.securityPolicy, securityPolicy)
    writer.add(.tags, tags)
  }
}

/// The authorities that sign callers' certificates.
public struct MutualTlsAuthentication: PropertyType {
  /// The `s3://` address of their certificates.
  public var truststoreUri: Value?
  /// The version of that object.
  public var truststoreVersion: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    truststoreUri: Value? = nil,
    truststoreVersion: Value? = nil
  ) {
    self.truststoreUri = truststoreUri
    self.truststoreVersion = truststoreVersion
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.truststoreUri, truststoreUri)
    writer.add(.truststoreVersion, truststoreVersion)
  }
}
