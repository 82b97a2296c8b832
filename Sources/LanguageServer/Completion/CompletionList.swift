import Diagnostics
import Document
import Spec

/// Finds what may be typed at a place of a document, however unfinished the text around it is.
struct CompletionList {
  private let text: TextBuffer
  private let cursor: Cursor
  /// The last reading of the whole spec, for names that the repaired text has lost.
  private let last: Document?
  /// Reads the spec with another text in the document's place; gives the place in the arena of an offset of that text.
  private let read: ([UInt8], Int) -> (document: Document, offset: UInt32)?

  init(
    _ text: TextBuffer, at offset: Int, last: Document?,
    read: @escaping ([UInt8], Int) -> (document: Document, offset: UInt32)?
  ) {
    (self.text, self.last, self.read) = (text, last, read)
    cursor = Cursor(in: text, at: offset)
  }

  /// What may be typed, the likeliest first.
  var completions: [Completion] {
    if cursor.isInPlaceholder { return placeholders }
    var found: [Completion] = []
    if cursor.isKey || cursor.mayBeKey { found += keys }
    if !cursor.isKey { found += values }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.label).inserted }
  }

  private var keys: [Completion] {
    place(as: .key) { place, document in
      place.role == .key ? place.keys(in: document, hasColon: cursor.isKey) : []
    }
  }

  private var values: [Completion] {
    place(as: .value) { place, document in
      guard place.role == .value else { return [] }
      let names = names(of: place, document)
      if !names.isEmpty { return names }
      let api = place.api(in: document)
      return place.values(in: document) { kind in things(document) { $0.things(kind, api: api) } }
    }
  }

  /// Names of what an intrinsic around the place refers to.
  private func names(of place: Place, _ document: Document) -> [Completion] {
    let tag = document.tag(place.node) ?? place.path.last
    switch tag {
    case "!Ref", "!GetAtt", "Ref", "Fn::GetAtt": return referable(document)
    case "!Condition", "!If", "Condition", "Fn::If":
      return things(document) { $0.section("conditions", "condition") }.map(\.completion)
    default: return []
    }
  }

  private var placeholders: [Completion] {
    let attempts = Repair(text.bytes, at: cursor).attempts(as: .value)
    let readings = attempts.lazy.compactMap { read($0, cursor.word.lowerBound) }
    guard let (document, offset) = readings.first, let node = document.node(at: offset) else { return [] }
    let isSubstitution = document.tag(node) == "!Sub" || document.place(of: node).path.last == "Fn::Sub"
    return isSubstitution ? referable(document) : []
  }

  private func referable(_ document: Document) -> [Completion] {
    let own = things(document) { $0.referableThings }.map(\.completion)
    return own + Self.pseudoParameters.map { Completion(label: $0, kind: .word, detail: "pseudo parameter") }
  }

  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
  private static let pseudoParameters = [
    "AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
  ]

  /// Things of the spec as it is, then those that only its last reading had.
  private func things(_ document: Document, _ find: (Document) -> [NamedThing]) -> [NamedThing] {
    let now = find(document).filter { $0.name != Repair.mark }
    let names = Set(now.map(\.name))
    return now + (last.map(find) ?? []).filter { !names.contains($0.name) }
  }

  /// What comes of the first repaired text that can be read.
  private func place(as role: Repair.Role, _ find: (Place, Document) -> [Completion]) -> [Completion] {
    let repair = Repair(text.bytes, at: cursor)
    let readings = repair.attempts(as: role).lazy.compactMap { read($0, repair.markOffset(as: role)) }
    guard let (document, offset) = readings.first, let node = document.node(at: offset),
      document.string(node) == Repair.mark
    else { return [] }
    return find(document.place(of: node), document)
  }
}

extension NamedThing {
  fileprivate var completion: Completion { Completion(label: name, kind: .name, detail: what) }
}

extension CompletionList {
  /// The completions as the editor takes them.
  func json(isMarkdown: Bool) -> JSON {
    let items = completions.enumerated().map { index, completion -> JSON in
      var members: [JSON.Member] = [
        .init("label", .string(completion.label)), .init("kind", .integer(completion.kind.rawValue)),
        .init("sortText", .string(Self.padded(index))),
        .init(
          "textEdit", ["range": text.range(cursor.word), "newText": .string(completion.text ?? completion.label)]),
      ]
      if let detail = completion.detail { members.append(.init("detail", .string(detail))) }
      if let documentation = completion.documentation {
        members.append(.init("documentation", .markup(documentation, isMarkdown: isMarkdown)))
      }
      return .object(members)
    }
    return ["isIncomplete": false, "items": .array(items)]
  }

  private static func padded(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
