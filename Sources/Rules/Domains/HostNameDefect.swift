/// Why a text is no host name, nor one with a `*` for its first label.
enum HostNameDefect {
  case scheme, path, port, blank, letter(Unicode.Scalar), oneLabel, star, emptyLabel, hyphen(String), long(String),
    address

  /// Nil for a host name; case does not count.
  init?(_ text: String) {
    if text.contains("://") {
      self = .scheme
    } else if let odd = text.unicodeScalars.first(where: { !Self.isAllowed($0) }) {
      self = Self.defect(odd)
    } else if let defect = Self.defect(ofLabels: text.split(separator: ".", omittingEmptySubsequences: false)) {
      self = defect
    } else {
      return nil
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "*": true
    default: false
    }
  }

  private static func defect(_ scalar: Unicode.Scalar) -> HostNameDefect {
    switch scalar {
    case "/": .path
    case ":": .port
    case " ", "\t", "\n", "\r": .blank
    default: .letter(scalar)
    }
  }

  /// RFC 1123, section 2.1; a name of digits alone would be an address.
  private static func defect(ofLabels labels: [Substring]) -> HostNameDefect? {
    for (index, label) in labels.enumerated() {
      if label.isEmpty { return .emptyLabel }
      if label.utf8.contains(UInt8(ascii: "*")) {
        if index == 0, label == "*" { continue }
        return .star
      }
      if label.hasPrefix("-") || label.hasSuffix("-") { return .hyphen(String(label)) }
      if label.utf8.count > 63 { return .long(String(label)) }
    }
    guard labels.count > 1 else { return .oneLabel }
    return labels.last?.utf8.allSatisfy { (48...57).contains($0) } == true ? .address : nil
  }

  /// What is wrong, to follow a colon.
  var words: String {
    switch self {
    case .scheme: "a scheme is no part of it"
    case .path: "a path is no part of it"
    case .port: "a port is no part of it"
    case .blank: "it has a blank"
    case .letter(let scalar): "it has a '\(scalar)'"
    case .oneLabel: "it has one label alone"
    case .star: "a '*' stands only as the whole first label"
    case .emptyLabel: "a label is empty"
    case .hyphen(let label): "the label '\(label)' starts or ends in a hyphen"
    case .long(let label): "the label '\(label.prefix(20))…' has \(label.utf8.count) characters, and 63 are allowed"
    case .address: "its last label is a number"
    }
  }
}
