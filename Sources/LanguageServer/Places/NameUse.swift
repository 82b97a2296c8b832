import Diagnostics
import Document
import Spec

/// A name at some place of a spec that leads to something else.
struct NameUse {
  let name: String
  /// Where it is written.
  let span: Span
  /// The names' keys that it leads to, as a rule one.
  let things: [NamedThing]
}

extension Analysis {
  /// The name at an offset that refers to something, or that is something's own.
  func use(at offset: UInt32) -> NameUse? {
    guard let document, let place = document.place(at: offset) else { return nil }
    if place.role == .key, let thing = document.declaration(at: place) {
      return NameUse(name: thing.name, span: document.span(place.node), things: [thing])
    }
    return intrinsicUse(at: offset, document) ?? document.fieldUse(at: place)
  }

  /// A name in `!Ref`, `!GetAtt`, `!Sub` and their like.
  private func intrinsicUse(at offset: UInt32, _ document: Document) -> NameUse? {
    guard let spec else { return nil }
    let near = spec.references.filter { reference in
      let span = document.span(reference.node)
      return span.start <= offset && offset <= span.end
    }
    let uses = near.compactMap { use(of: $0, document) }
    return uses.first { $0.span.start <= offset && offset <= $0.span.end } ?? (uses.count == 1 ? uses[0] : nil)
  }

  private func use(of reference: IntrinsicReference, _ document: Document) -> NameUse? {
    let things = document.things(named: reference)
    guard !things.isEmpty else { return nil }
    let span = document.span(reference.node)
    return NameUse(
      name: reference.name, span: sources.place(ofWord: reference.name, in: span) ?? span, things: things)
  }

  /// All places where something that is named here is meant, without its own.
  func uses(of thing: NamedThing) -> [Span] {
    guard let spec, let document else { return [] }
    let intrinsics = spec.references.compactMap { use(of: $0, document) }
    let fields = document.nodes.indices.lazy.map { NodeID(UInt32($0)) }
      .filter { document.nodes[Int($0.index)].kind == .scalar && document.string($0).hasPrefix(thing.name) }
      .compactMap { document.fieldUse(at: document.place(of: $0)) }
    let spans = (intrinsics + fields).filter { $0.things.contains { $0.key == thing.key } }.map(\.span)
    return Set(spans).sorted { $0.start < $1.start }
  }
}

extension Document {
  /// The thing whose name a key is.
  fileprivate func declaration(at place: Place) -> NamedThing? {
    let name = string(place.node)
    let candidates: [NamedThing]
    switch place.path.count {
    case 1:
      candidates =
        place.path == ["conditions"] || place.path == ["mappings"]
        ? section(place.path[0], place.path[0]) : referableThings
    case 3 where place.path[0] == "apis":
      candidates = Self.partsOfAPI.flatMap { things($0, api: place.path[1]) }
    default: return nil
    }
    return candidates.first { $0.key == place.node && $0.name == name }
  }

  private static var partsOfAPI: [ReferenceKind] { [.authorizer, .requestValidator, .model, .stage] }

  /// A name in a field that takes one.
  fileprivate func fieldUse(at place: Place) -> NameUse? {
    guard place.role == .value, kind(place.node) == .scalar, let kind = place.referenceKind else { return nil }
    let name = string(place.node)
    // `Fn.version` and `Fn.function` are forms of `Fn`.
    let short = kind == .function ? name.split(separator: ".").first.map(String.init) ?? name : name
    let things = things(kind, api: place.api(in: self)).filter { $0.name == name || $0.name == short }
    return things.isEmpty ? nil : NameUse(name: short, span: span(place.node), things: things)
  }

  fileprivate func things(named reference: IntrinsicReference) -> [NamedThing] {
    let candidates =
      switch reference.form {
      case .condition: section("conditions", "condition")
      case .mapping: section("mappings", "mapping")
      case .ref, .attribute, .dependency: referableThings
      }
    return candidates.filter { $0.name == reference.name }
  }
}
