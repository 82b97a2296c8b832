import Diagnostics
import Document
import FuzzSupport

/// Reads any bytes as a document.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let (first, report) = read(input)
  let (_, again) = read(input)
  report.demandPlaces(in: first.sources)
  demand(report.lines(in: first.sources) == again.lines(in: first.sources), "the same text is said the same of")
  demand(first.document != nil || report.hasErrors, "what is not read has a reason")
  if let document = first.document { demandArena(document) }
  return 0
}

private func read(_ input: [UInt8]) -> (Reading, Report) {
  var report = Report()
  let reading = Document.read(input, name: "spec", files: FewFiles(), limits: Limits(), into: &report)
  return (reading, report)
}

/// Demands that every node points at what is there.
private func demandArena(_ document: Document) {
  for (index, node) in document.nodes.enumerated() {
    demand(node.start <= node.end, "a node ends behind its start")
    switch node.kind {
    case .scalar:
      let text = document.text(of: node)
      demand(text.start <= text.end && Int(text.end) <= document.sources.bytes.count, "a text lies in the buffer")
    case .sequence, .mapping:
      demand(Int(node.content) > index && Int(node.content) <= document.nodes.count, "a collection ends in the arena")
    case .alias: demand(document.nodes[Int(node.content)].kind != .alias, "an alias leads to a value in one step")
    }
  }
  for comment in document.comments(beginningWith: "apigw-synth:") {
    demand(comment.span.start < comment.span.end, "a comment has a text")
  }
}
