import Foundation

/// What a template's references say of it.
package struct References {
  /// `RESOURCE → NAME` for each that leads nowhere.
  package private(set) var dangling: [String] = []

  package init(in template: [String: Any]) {
    let resources = template["Resources"] as? [String: [String: Any]] ?? [:]
    let parameters = Set((template["Parameters"] as? [String: Any] ?? [:]).keys)
    for (id, resource) in resources {
      for name in Self.names(in: resource) + Self.dependencies(of: resource)
      where resources[name] == nil && !parameters.contains(name) && !name.hasPrefix("AWS::") {
        dangling.append("\(id) → \(name)")
      }
    }
    for name in Self.names(in: template["Outputs"] ?? [:])
    where resources[name] == nil && !parameters.contains(name) && !name.hasPrefix("AWS::") {
      dangling.append("outputs → \(name)")
    }
  }

  private static func dependencies(of resource: [String: Any]) -> [String] {
    (resource["DependsOn"] as? String).map { [$0] } ?? resource["DependsOn"] as? [String] ?? []
  }

  private static func names(in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(names) }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { key, value -> [String] in
      switch (key, value) {
      case ("Ref", let name as String): [name]
      case ("Fn::GetAtt", let path as [Any]): [path.first as? String ?? ""]
      case ("Fn::Sub", let text as String): placeholders(text)
      case ("Fn::Sub", let parts as [Any]):
        placeholders(parts.first as? String ?? "").filter { (parts.last as? [String: Any])?[$0] == nil }
          + names(in: parts.last ?? "")
      default: names(in: value)
      }
    }
  }

  private static func placeholders(_ text: String) -> [String] {
    text.components(separatedBy: "${").dropFirst().compactMap { piece in
      guard let name = piece.split(separator: "}", omittingEmptySubsequences: false).first, !name.hasPrefix("!") else {
        return nil
      }
      return String(name.split(separator: ".")[0])
    }
  }
}
