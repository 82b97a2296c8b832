import Spec

/// A key of a stage's `methodOptions`: `/items/{id}/GET`, `//GET` for the root, `/*/*` for everything.
struct SettingPath {
  /// `/items/{id}`, `/` for the root, `/*` for all.
  let path: Substring
  let verb: Substring

  /// Nil for a key of another form.
  init?(_ key: String) {
    guard key.utf8.first == UInt8(ascii: "/"), let slash = key.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash > key.startIndex
    else { return nil }
    verb = key[key.utf8.index(after: slash)...]
    path = slash == key.utf8.index(after: key.startIndex) && key.hasPrefix("//") ? "/" : key[..<slash]
    guard isAllVerbs || Verb(rawValue: String(verb)) != nil,
      isAllPaths || path.utf8.last != UInt8(ascii: "/") || path == "/"
    else { return nil }
  }

  var isAllVerbs: Bool { verb == "*" }
  var isAllPaths: Bool { path == "/*" }
}
