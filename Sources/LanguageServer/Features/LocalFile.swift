import Document
import Spec

extension Analysis {
  /// The file that a path at an offset leads to, `code` or `definition`; nil for one outside of the project, and for a folder
  /// in which no file is the function's handler's.
  func localFile(at offset: UInt32, _ files: any FileReader) -> String? {
    guard let document, let place = document.place(at: offset), place.isLocalPath else { return nil }
    let path = document.string(place.node)
    guard case .success(let names) = files.list(path, from: root) else { return nil }
    let named = FileAddress.normalized(files.name(of: path, from: root))
    if names == [""] { return named }
    let handler = place.mapping.flatMap { document.value("handler", in: $0) }.map { document.string($0) }
    return handler.flatMap { Self.file(of: $0, among: names) }.map { named + "/" + $0 }
  }

  /// The file in which a handler is: `src/app.js` for `src/app.list`.
  private static func file(of handler: String, among names: [String]) -> String? {
    guard let dot = handler.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    // Not `app.test.js`, nor what lies in a folder called `app.js`.
    return names.first { name in
      name.hasPrefix(handler[...dot]) && !name.dropFirst(handler[...dot].count).contains { $0 == "." || $0 == "/" }
    }
  }
}

extension Place {
  /// Whether a path stands here that is relative to the spec.
  fileprivate var isLocalPath: Bool {
    switch (slot.record, slot.row?.name) {
    case ("a function", "code"), ("an API", "definition"): role == .value
    default: false
    }
  }
}
