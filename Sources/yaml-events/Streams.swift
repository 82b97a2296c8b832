#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// All bytes up to the end of a descriptor.
func readAll(_ descriptor: Int32) -> [UInt8] {
  var contents: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &piece, piece.count)
    guard count > 0 else { return contents }
    contents += piece[..<count]
  }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}

/// Line and column from 1, in code points; CR, LF and CRLF end lines, a mark at the start is no column.
func position(of offset: Int, in contents: [UInt8]) -> (line: Int, column: Int) {
  var (line, column) = (1, 1)
  let start = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  for at in start..<max(start, min(offset, contents.count)) {
    if contents[at] == 0x0A || contents[at] == 0x0D && !contents[(at + 1)...].starts(with: [0x0A]) {
      (line, column) = (line + 1, 1)
    } else if contents[at] & 0xC0 != 0x80 {
      column += 1
    }
  }
  return (line, column)
}
