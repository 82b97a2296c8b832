import CloudFormation
import Diagnostics
import Document
import Spec

/// Reports circles of resources. What is derived never makes one by itself: one of its links is a reference that the
/// user wrote, so the search starts at what such references name.
func checkCircles(of template: Template, _ places: [NodeID], _ spec: ResolvedSpec, into report: inout Report) {
  guard !spec.references.isEmpty else { return }
  var search = CircleSearch(template)
  for reference in spec.references {
    guard let circle = search.circle(through: spec.names.givenIDs[reference.name] ?? reference.name) else { continue }
    let link = lastLink(of: circle, places, spec)
    report.add(.circle(circle.map { template.resources[$0].id.text }), at: link ?? spec.document.span(reference.node))
  }
}

/// The last reference of the user's that leads from one resource of a circle to the next.
private func lastLink(of circle: [Int], _ places: [NodeID], _ spec: ResolvedSpec) -> Span? {
  let owners = circle.map { spec.document.span(places[$0]) }
  let links = spec.references.map { spec.document.span($0.node) }.filter { link in
    owners.contains { $0.start <= link.start && link.end <= $0.end }
  }
  return links.max { $0.start < $1.start }
}

/// A search through what resources refer to, which looks at each resource once.
private struct CircleSearch {
  private let template: Template
  private let indexes: [String: Int]
  private var isDone: [Bool]

  init(_ template: Template) {
    self.template = template
    indexes = Dictionary(
      template.resources.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    isDone = Array(repeating: false, count: template.resources.count)
  }

  /// The resources of a circle that is met from a resource on; nil where there is none, or it was met before.
  mutating func circle(through name: String) -> [Int]? {
    guard let start = indexes[name], !isDone[start] else { return nil }
    var path = [(resource: start, next: references(of: start)[...])]
    var isOpen: Set<Int> = [start]
    var found: [Int]?
    while let (resource, rest) = path.last {
      guard let next = rest.first else {
        isDone[resource] = true
        isOpen.remove(resource)
        path.removeLast()
        continue
      }
      path[path.count - 1].next = rest.dropFirst()
      if isOpen.contains(next) {
        found = found ?? Array(path.map(\.resource).drop { $0 != next })
      } else if !isDone[next] {
        isOpen.insert(next)
        path.append((next, references(of: next)[...]))
      }
    }
    return found
  }

  private func references(of index: Int) -> [Int] {
    ResourceReferences(of: template.resources[index]).names.compactMap { indexes[$0] }
  }
}

extension Message {
  fileprivate static func circle(_ names: [String]) -> Message {
    let around = (names + names.prefix(1)).map { "'\($0)'" }.joined(separator: " → ")
    return Message(
      "SPEC112", "resources wait for each other in a circle: \(around)",
      help: "take one of these references out, for example by a name that is known beforehand")
  }
}
