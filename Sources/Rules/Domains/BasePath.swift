import Document
import Spec

/// The base path of a mapping where it is known now.
struct BasePath {
  let text: String
  /// Where it is written; the mapping itself where it is left out.
  let node: NodeID
  let isWritten: Bool

  init?(_ mapping: Located<DomainMapping>) {
    guard let path = mapping.value.basePath else {
      (text, node, isWritten) = ("", mapping.node, false)
      return
    }
    guard let known = path.known() else { return nil }
    (text, node, isWritten) = (known, path.node, true)
  }

  /// Whether all calls go to the mapping that no other takes; API Gateway calls it `(none)`.
  var isRoot: Bool { text.isEmpty || text == "(none)" }

  /// What tells the mappings of a domain apart.
  var identity: String { isRoot ? "" : text }

  /// Without slashes around it.
  var trimmed: Substring {
    let slash = UInt8(ascii: "/")
    let head = text[...].drop { $0 == "/" }
    let end = head.utf8.lastIndex { $0 != slash }
    return end.map { head[...$0] } ?? ""
  }

  /// Whether it has several segments, which the newer kind of mapping alone takes.
  var hasLevels: Bool { trimmed.utf8.contains(UInt8(ascii: "/")) }
}
