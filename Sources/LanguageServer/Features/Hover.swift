import Diagnostics
import Document
import Rules
import Spec

extension Analysis {
  /// What is known of the place at an offset, as Markdown, and what it is about: a finding's rules, a key, a name.
  func hover(at offset: UInt32) -> (text: String, span: Span)? {
    let found = findings.filter { $0.span.start <= offset && offset <= $0.span.end }
    let nearest = found.map { $0.span.end - $0.span.start }.min()
    let rules = found.filter { $0.span.end - $0.span.start == nearest }
    let about = document?.place(at: offset).flatMap { text(for: $0, at: offset) }
    let texts = rules.map(\.explanation) + (about.map { [$0.text] } ?? [])
    guard let span = about?.span ?? rules.first?.span else { return nil }
    return (texts.joined(separator: "\n\n---\n\n"), span)
  }

  private func text(for place: Place, at offset: UInt32) -> (text: String, span: Span)? {
    guard let document else { return nil }
    let used = use(at: offset)
    let name = used.flatMap { used in used.things.first.map { text(for: used.name, $0) } }
    let field = place.role == .key ? document.described(key: place) : place.slot.described
    let texts = [name, field].compactMap { $0 }
    guard !texts.isEmpty else { return nil }
    return (texts.joined(separator: "\n\n"), used?.span ?? document.span(place.node))
  }

  /// A name, and where it comes from.
  private func text(for name: String, _ thing: NamedThing) -> String {
    guard let document, let file = sources.file(at: document.span(thing.key).start) else { return "" }
    let line = sources.location(of: document.span(thing.key).start).line
    let inFile = file == sources.files.first ? "" : " of `\(file.name)`"
    return "`\(name)`: \(thing.what), line \(line)\(inFile)"
  }
}

extension Document {
  /// What a key of a record means.
  fileprivate func described(key place: Place) -> String? {
    let name = string(place.node)
    guard let mapping = parent(of: place.node) else { return nil }
    return place.slot.value(of: name, in: mapping, self).described
  }
}

extension Slot {
  /// The field in words, as Markdown; nil for a place that belongs to none.
  var described: String? { row.map { $0.described(in: record) } }
}

extension TableDescription.Row {
  /// - Parameter record: what the record is called.
  func described(in record: String?) -> String {
    let owner = record.map { " (\($0))" } ?? ""
    let need = required ? "\n\nRequired." : standard.map { "\n\nDefault: `\($0)`." } ?? ""
    return "**`\(name)`**\(owner): \(shape.words)\n\n\(doc)\(need)"
  }
}

extension Diagnostic {
  /// The rule in short.
  fileprivate var explanation: String {
    let id = message.rule
    let help = message.help.map { "\n\nHelp: \(Prose.cut($0))" } ?? ""
    guard let rule = Catalogue[id] else { return "**\(id)**: \(Prose.cut(message.text))\(help)" }
    return """
      **\(id)** (\(rule.severity.rawValue)): \(rule.title)

      \(Prose.cut(message.text))\(help)

      Why: \(rule.why)

      Source: \(rule.source)
      """
  }
}
