import CloudFormation
import Document
import Spec

/// Custom domains and their mappings.
extension TemplateBuilder {
  mutating func addDomainNames() {
    for item in spec.declarations.domainNames {
      if !item.value.existing.value { add(spec.logicalID(of: item.name), domain(item.value), at: item.node) }
      for mapping in item.value.mappings?.value ?? [] { add(mapping, of: item) }
    }
  }

  private func domain(_ domain: Spec.DomainName) -> CloudFormation.DomainName {
    let certificate = domain.certificate.map { arn(of: $0.value, as: .certificate) }
    let isEdge = domain.endpointType?.value.known == .edge
    return CloudFormation.DomainName(
      certificateArn: isEdge ? certificate : nil,
      domainName: domain.domainName.map { values.value($0.value) },
      endpointAccessMode: domain.endpointAccessMode.map { values.value($0.value) },
      endpointConfiguration: EndpointConfiguration(
        types: .list([domain.endpointType.map { values.value($0.value) } ?? "REGIONAL"])),
      mutualTlsAuthentication: domain.mtls.map { truststore($0.value) },
      regionalCertificateArn: isEdge ? nil : certificate,
      securityPolicy: domain.securityPolicy.map { values.value($0.value) }, tags: tags(domain.tags))
  }

  private func truststore(_ store: Truststore) -> MutualTlsAuthentication {
    let parts = [store.bucket, store.key].map { $0.map { values.value($0.value) } ?? "" }
    return MutualTlsAuthentication(
      truststoreUri: .joined(["s3://", parts[0], "/", parts[1]]),
      truststoreVersion: store.version.map { values.value($0.value) })
  }

  /// A base path of several levels is only known to the newer kind of mapping.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
  private mutating func add(_ mapping: Located<DomainMapping>, of item: Named<Spec.DomainName>) {
    let basePath = mapping.value.basePath?.value
    let reference = mapping.value.reference
    let domain: CloudFormation.Reference<CloudFormation.DomainName> =
      item.value.existing.value
      ? .existing(item.value.domainName.map { values.value($0.value) } ?? "")
      : .resource(spec.logicalID(of: item.name))
    let id = id(
      mapping.value.logicalId,
      else: .mapping(api: reference.api?.value.name ?? "", basePath: basePath?.known ?? word(basePath)), of: item.name)
    let mapsStage = reference.stage?.value.known != "none"
    guard basePath?.known?.utf8.contains(UInt8(ascii: "/")) == true, let stage = stage(of: reference) else {
      return add(
        id,
        BasePathMapping(
          domainName: domain, basePath: basePath.map { values.value($0) }, restApiId: api(of: reference),
          stage: mapsStage ? stage(of: reference) : nil), at: mapping.node)
    }
    add(
      id,
      ApiMapping(
        apiId: api(of: reference), domainName: domain, stage: stage,
        apiMappingKey: basePath.map { values.value($0) }), at: mapping.node)
  }

  /// What tells mappings apart whose base path is only known at deployment.
  private func word(_ basePath: Deferrable<String>?) -> String {
    basePath.map { String(decoding: values.value($0).canonicalBytes, as: UTF8.self) } ?? ""
  }
}
