import SpecBuilding
import Foundation

/// What a template's deployments hold, told from the template alone.
struct Snapshots {
  /// The API that a deployment is of, as its reference is written → the deployment's logical ID.
  private(set) var deployments: [String: String] = [:]
  /// The same API → what API Gateway copies of it: the resources without what has effect at once.
  private(set) var contents: [String: String] = [:]

  private static let parts: Set<String> = [
    "AWS::ApiGateway::Resource", "AWS::ApiGateway::Method", "AWS::ApiGateway::Model",
    "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::GatewayResponse",
  ]

  init(_ resources: [String: [String: Any]]) {
    var apis: [String: [String: Any]] = [:]
    for (id, resource) in resources {
      guard let type = resource["Type"] as? String, let properties = resource["Properties"] as? [String: Any] else {
        continue
      }
      let owner = Self.text(properties["RestApiId"] ?? ["Ref": id])
      if type == "AWS::ApiGateway::Deployment" { deployments[owner] = id }
      if Self.parts.contains(type) { apis[owner, default: [:]][id] = [type: properties] }
      if type == "AWS::ApiGateway::RestApi" {
        apis[owner, default: [:]][id] = properties.filter { !["Name", "Description", "Tags"].contains($0.key) }
      }
    }
    contents = apis.mapValues(Self.text)
  }

  /// The APIs whose deployment changed although nothing of theirs did, or did not although something did.
  func contradictions(with other: Snapshots) -> [String] {
    deployments.compactMap { api, id in
      guard let otherID = other.deployments[api] else { return nil }
      return (id == otherID) == (contents[api] == other.contents[api]) ? nil : api
    }
  }

  static func text(_ value: Any) -> String {
    let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
