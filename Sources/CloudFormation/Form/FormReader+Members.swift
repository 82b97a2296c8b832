/// Looking into objects.
extension FormReader {
  /// Goes into the object that comes next, up to a member's value; returns false where there is none.
  mutating func enters(_ name: String) -> Bool {
    guard tag == .object else { return false }
    skip()
    while tag == .name {
      if text().word == name { return true }
      skipValue()
    }
    return false
  }

  /// The names of the members of the object that comes next.
  var memberNames: [String] {
    var (reader, names) = (self, [String]())
    reader.skip()
    while reader.tag == .name {
      names.append(reader.text().word)
      reader.skipValue()
    }
    return names
  }

  /// Goes over a value.
  mutating func skipValue() {
    var depth = 0
    repeat {
      switch tag {
      case .object, .list: depth += 1
      case .endOfObject, .endOfList: depth -= 1
      default: break
      }
      skipToken()
    } while depth > 0
  }
}
