/// Text for a message, cut where nobody would read on.
func quotable(_ text: some Collection<UInt8>) -> String {
  let most = 200
  let string = String(decoding: text.prefix(4 * most), as: UTF8.self)
  return string.unicodeScalars.count > most ? String(string.unicodeScalars.prefix(most)) + "…" : string
}

/// Upper-case digits with leading zeros.
func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
