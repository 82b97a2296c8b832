import Document
import Spec

/// What a mock's request template says the status is.
enum MockStatus: Equatable {
  /// A bare whole number, as API Gateway wants it.
  case status(String)
  /// Quoted text, or a number that is not whole.
  case notAnInteger
  /// An expression.
  case unknown

  /// All statuses that a template may yield; none where it names none, nil where only a call can tell.
  fileprivate static func all(in template: TemplateText, of document: Document) -> [MockStatus]? {
    switch template {
    case .intrinsic: return nil
    case .text(var text):
      let found = text.withUTF8 { all(in: $0) }
      return found.isEmpty && contains(text, "$input") ? nil : found
    case .json(let node):
      guard let value = document.value("statusCode", in: node) else { return [] }
      if Intrinsic(value, in: document) != nil { return nil }
      guard case .number(let text) = document.freeScalar(value), document.kind(value) == .scalar else {
        return [.notAnInteger]
      }
      return [text.utf8.allSatisfy(isDigit) ? .status(text) : .notAnInteger]
    }
  }

  private static func all(in text: UnsafeBufferPointer<UInt8>) -> [MockStatus] {
    let key: StaticString = "statusCode"
    var (found, at): ([MockStatus], Int) = ([], 0)
    while at + key.utf8CodeUnitCount <= text.count {
      guard text[at] == key.utf8Start[0],
        (0..<key.utf8CodeUnitCount).allSatisfy({ text[at + $0] == key.utf8Start[$0] })
      else {
        at += 1
        continue
      }
      at += key.utf8CodeUnitCount
      if let status = value(after: &at, in: text) { found.append(status) }
    }
    return found
  }

  /// The value behind a key; nil where no colon follows, so that the word is no key.
  private static func value(after at: inout Int, in text: UnsafeBufferPointer<UInt8>) -> MockStatus? {
    func skipBlanks() {
      while at < text.count, text[at] == 32 || (9...13).contains(text[at]) { at += 1 }
    }
    if at < text.count, text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") { at += 1 }
    skipBlanks()
    guard at < text.count, text[at] == UInt8(ascii: ":") else { return nil }
    at += 1
    skipBlanks()
    let start = at
    while at < text.count, isDigit(text[at]) { at += 1 }
    guard at < text.count else {
      return at > start
        ? .status(String(decoding: UnsafeBufferPointer(rebasing: text[start..<at]), as: UTF8.self)) : .notAnInteger
    }
    switch text[at] {
    case UInt8(ascii: "$"), UInt8(ascii: "#"): return .unknown
    case UInt8(ascii: ","), UInt8(ascii: "}"), 32, 9...13:
      return at > start
        ? .status(String(decoding: UnsafeBufferPointer(rebasing: text[start..<at]), as: UTF8.self)) : .notAnInteger
    default: return .notAnInteger
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func contains(_ text: String, _ word: String) -> Bool {
    let (bytes, word) = (Array(text.utf8), Array(word.utf8))
    return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}

extension Findings {
  /// All statuses that a mock's template may yield; none where it names none, nil where only a call can tell.
  ///
  /// Several rules ask, and most mocks of an API have the same template, so the last answer is kept.
  mutating func mockStatuses(in template: TemplateText) -> [MockStatus]? {
    if let lastMock, lastMock.template == template { return lastMock.statuses }
    let statuses = MockStatus.all(in: template, of: spec.document)
    lastMock = (template, statuses)
    return statuses
  }

  /// Whether an integration is a mock whose templates say outright which statuses they yield.
  mutating func namesItsStatuses(_ integration: Integration) -> Bool {
    guard integration.isMock, let templates = integration.options.requestTemplates?.value, !templates.isEmpty else {
      return false
    }
    for template in templates {
      guard let statuses = mockStatuses(in: template.value), !statuses.isEmpty else { return false }
      for status in statuses { guard case .status = status else { return false } }
    }
    return true
  }
}
