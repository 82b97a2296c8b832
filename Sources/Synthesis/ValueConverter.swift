import CloudFormation
import Document
import Spec

/// Turns what stands in the spec into values of the template.
///
/// A class, because every method is handed it and a spec has many parts to copy.
final class ValueConverter: Sendable {
  let spec: ResolvedSpec
  let document: Document
  /// The IDs of the authorizers that exist already, by the logical IDs that they would have.
  let existingAuthorizers: [String: Deferrable<String>]

  init(spec: ResolvedSpec) {
    self.spec = spec
    document = spec.document
    existingAuthorizers = spec.existingAuthorizers
  }

  func value(_ text: Deferrable<String>) -> Value { value(text) { .string($0) } }
  func value(_ flag: Deferrable<Bool>) -> Value { value(flag) { .bool($0) } }
  func value(_ number: Deferrable<Int>) -> Value { value(number) { .integer($0) } }
  func value(_ number: Deferrable<JSONNumber>) -> Value { value(number) { .number($0.text) } }
  func value<Word: Choice>(_ word: Deferrable<Word>) -> Value { value(word) { .string($0.rawValue) } }
  func seconds(_ duration: Deferrable<Duration>) -> Value { value(duration) { .integer($0.seconds) } }
  func milliseconds(_ duration: Deferrable<Duration>) -> Value { value(duration) { .integer($0.milliseconds) } }

  private func value<Known>(_ value: Deferrable<Known>, _ make: (Known) -> Value) -> Value {
    switch value {
    case .known(let known): make(known)
    case .deferred(let node): free(node)
    }
  }

  func list(_ items: Located<[Located<Deferrable<String>>]>) -> Value { list(items) { value($0) } }
  func list<Word: Choice>(_ items: Located<[Located<Deferrable<Word>>]>) -> Value { list(items) { value($0) } }

  /// The items, or the intrinsic that gives them all.
  func list<Item>(_ items: Located<[Located<Item>]>, _ value: (Item) -> Value) -> Value {
    if items.value.count == 1, items.value[0].node == items.node { return value(items.value[0].value) }
    return .list(items.value.map { value($0.value) })
  }

  func members(_ items: [Named<Deferrable<String>>]) -> [Member] { items.map { Member($0.name, value($0.value)) } }
  func members(_ items: [Named<Deferrable<Bool>>]) -> [Member] { items.map { Member($0.name, value($0.value)) } }

  /// Content type → template.
  func members(_ templates: Templates) -> [Member] { templates.map { Member($0.name, text($0.value)) } }

  /// A section that goes into the template as it stands.
  func members(_ section: Located<FreeJSON>?) -> [Member] {
    guard let section else { return [] }
    return document.entries(section.value.node).map { Member(document.string($0.key), free($0.value)) }
  }

  /// A template as text: as it stands, or YAML written as compact JSON.
  func text(_ template: TemplateText) -> Value {
    switch template {
    case .text(let text): .string(text)
    case .intrinsic(let node): free(node)
    case .json(let node): jsonText(node)
    }
  }

  /// Free JSON, typed by YAML's core schema, intrinsics in their long spelling.
  func free(_ node: NodeID) -> Value {
    if let intrinsic = Intrinsic(node, in: document) { return value(intrinsic) }
    return content(node)
  }

  /// The inside of a tagged node.
  func content(_ node: NodeID) -> Value {
    switch document.kind(node) {
    case .mapping: .object(document.entries(node).map { Member(document.string($0.key), free($0.value)) })
    case .sequence: .list(document.items(node).map(free))
    case .scalar, .alias: scalar(node)
    }
  }

  private func scalar(_ node: NodeID) -> Value {
    switch document.freeScalar(node) {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let text): Int(text).map { .integer($0) } ?? .number(text)
    case .string(let text): .string(text)
    }
  }
}

extension ResolvedSpec {
  fileprivate var existingAuthorizers: [String: Deferrable<String>] {
    var existing: [String: Deferrable<String>] = [:]
    for api in apis {
      for item in api.api.authorizers {
        guard let id = item.value.options.authorizerId else { continue }
        let name = logicalID(of: item, of: api.name).text
        if existing[name] == nil { existing[name] = id.value }
      }
    }
    return existing
  }
}
