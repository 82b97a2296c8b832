import Document
import Spec

extension ResolvedSpec {
  /// The raw resources of a type.
  func rawResources(_ type: String) -> [Named<RawResource>] {
    resourceTypes.contains(type) ? declarations.resources.filter { $0.value.type == type } : []
  }

  /// The API of the spec that a raw resource belongs to; nil where that is not known.
  func api(of resource: RawResource) -> ResolvedAPI? {
    guard let id = document.property("RestApiId", of: resource), let name = referredName(id),
      case .api(let index)? = names[name]
    else { return nil }
    return apis[index]
  }

  /// The name in a `Ref`.
  func referredName(_ node: NodeID) -> String? {
    guard let intrinsic = Intrinsic(node, in: document), intrinsic.name == "Ref",
      document.kind(intrinsic.argument) == .scalar
    else { return nil }
    return document.string(intrinsic.argument)
  }

  /// The literal text of a raw resource's property, with its place.
  func text(_ name: String, of resource: RawResource) -> Located<String>? {
    document.property(name, of: resource).flatMap { node in
      document.literal(node).map { Located($0, at: node) }
    }
  }
}

extension ResolvedAPI {
  func stage(_ name: String) -> Named<Stage>? { stages.first { $0.name == name } }
}
