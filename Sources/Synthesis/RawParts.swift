import CloudFormation
import Spec

/// Raw resources that API Gateway takes into a deployment, by what they name as their API.
struct RawParts {
  private var parts: [Value: [(place: Int, resource: TemplateResource)]] = [:]

  init(_ spec: ResolvedSpec, _ values: ValueConverter) {
    if spec.resourceTypes.isDisjoint(with: Self.types) { return }
    for (place, item) in spec.declarations.resources.enumerated() where Self.types.contains(item.value.type) {
      let body = values.free(item.value.body.node)
      guard let api = body["Properties"]?["RestApiId"] else { continue }
      parts[api, default: []].append((place, TemplateResource(LogicalID(given: item.name), raw: body)))
    }
  }

  /// Those of an API, in the order declared, whether they name it as the template does or as the user wrote it.
  func of(_ reference: Value, named name: String) -> [TemplateResource] {
    let found = Set([reference, .function("Ref", .string(name))]).flatMap { parts[$0] ?? [] }
    return found.sorted { $0.place < $1.place }.map(\.resource)
  }

  private static let types: Set<String> = [
    "AWS::ApiGateway::Resource", "AWS::ApiGateway::Method", "AWS::ApiGateway::Model",
    "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::GatewayResponse",
  ]
}
