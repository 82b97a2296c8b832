import Foundation

/// A text with `↓` before the places that matter.
struct MarkedText {
  let text: String
  /// Line and column from 1; columns in code points.
  let places: Set<Place>

  struct Place: Hashable, Comparable, CustomStringConvertible {
    let line: Int
    let column: Int

    var description: String { "\(line):\(column)" }

    static func < (left: Place, right: Place) -> Bool { (left.line, left.column) < (right.line, right.column) }
  }

  init(_ marked: String) {
    var (text, places) = (String.UnicodeScalarView(), Set<Place>())
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "↓" {
        places.insert(Place(line: line, column: column))
        continue
      }
      text.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    self.text = String(text)
    self.places = places
  }
}
