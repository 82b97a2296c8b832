import Document
import Spec

/// One text of an access log's format: the whole, or a value of a mapping, as far as it is known before deployment.
struct AccessLogText {
  let node: NodeID
  let text: String
  let references: [AccessLogReference]

  private init(_ node: NodeID, _ text: String, isSubstitution: Bool = false) {
    (self.node, self.text) = (node, text)
    references = AccessLogReference.all(in: text, isSubstitution: isSubstitution)
  }

  /// The texts of a format; none for the formats that have a name, and for intrinsics other than `Fn::Sub` and `Fn::If`.
  static func all(in format: Located<AccessLogFormat>?, of document: Document) -> [AccessLogText] {
    guard let format, case .format(let content) = format.value else { return [] }
    switch content {
    case .text(let text): return [AccessLogText(format.node, text)]
    case .json(let node), .intrinsic(let node):
      var texts: [AccessLogText] = []
      collect(node, in: document, &texts)
      return texts
    }
  }

  /// The references that are to be told, a thousand at most: a format may be as long as a spec.
  func first(where isTold: (AccessLogReference) -> Bool) -> [AccessLogReference] {
    var told: [AccessLogReference] = []
    for reference in references where told.count < 1_000 && isTold(reference) { told.append(reference) }
    return told
  }

  private static func collect(_ node: NodeID, in document: Document, _ texts: inout [AccessLogText]) {
    if let intrinsic = Intrinsic(node, in: document) {
      if let text = intrinsic.substitutedText(in: document) {
        texts.append(AccessLogText(text, document.string(text), isSubstitution: true))
      } else if intrinsic.name == "Fn::If" {
        for branch in document.items(intrinsic.argument).dropFirst() { collect(branch, in: document, &texts) }
      }
      return
    }
    switch document.kind(node) {
    case .mapping: for entry in document.entries(node) { collect(entry.value, in: document, &texts) }
    case .sequence: for item in document.items(node) { collect(item, in: document, &texts) }
    case .scalar, .alias: texts.append(AccessLogText(node, document.string(node)))
    }
  }
}

extension Intrinsic {
  /// The text that `Fn::Sub` fills in; nil for any other function.
  func substitutedText(in document: Document) -> NodeID? {
    guard name == "Fn::Sub" else { return nil }
    let text = document.kind(argument) == .sequence ? document.items(argument).first : argument
    return text.flatMap { document.kind($0) == .scalar ? $0 : nil }
  }
}
