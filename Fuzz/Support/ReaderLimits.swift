import Foundation

/// Whether a text is well-formed JSON, a member or an item to a line, and more than a reader of YAML takes: 100 collections inside each
/// other, or a name whose colon stands more than 1,024 characters further on.
public func exceedsReader(_ json: [UInt8]) -> Bool {
  guard (try? JSONSerialization.jsonObject(with: Data(json))) != nil else { return false }
  return json.split(separator: UInt8(ascii: "\n")).contains { line in
    let text = line.drop { $0 == UInt8(ascii: " ") }
    return text.startIndex - line.startIndex > 2 * 100 || lengthOfName(text) > 1_000
  }
}

/// The characters between the quotes that a line begins with, escapes as they are written; 0 where no colon follows.
private func lengthOfName(_ line: ArraySlice<UInt8>) -> Int {
  guard line.first == UInt8(ascii: "\"") else { return 0 }
  var isEscaped = false
  for index in line.indices.dropFirst() {
    if line[index] == UInt8(ascii: "\""), !isEscaped {
      guard index + 1 < line.endIndex, line[index + 1] == UInt8(ascii: ":") else { return 0 }
      return String(decoding: line[line.startIndex + 1..<index], as: UTF8.self).unicodeScalars.count
    }
    isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
  }
  return 0
}
