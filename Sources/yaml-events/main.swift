import Diagnostics
import Document

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Prints the events of YAML on standard input in the notation of the YAML test suite: `+MAP`, `=VAL :text`, `=ALI *a`.
// What a spec must not hold but YAML may (documents, tags, null and complex keys, any alias) is let through.
let contents = readAll(0)
var report = Report()
var printer = EventPrinter()
contents.withUnsafeBufferPointer { printer.printAll(of: $0, into: &report) }
writeAll(printer.output, to: 1)
if let first = report.sorted.first {
  let (line, column) = position(of: Int(first.span.start), in: contents)
  writeAll(Array("\(line):\(column): \(first.message.text)\n".utf8), to: 2)
  exit(1)
}
