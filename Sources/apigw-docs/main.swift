#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Prints the generated pages of the documentation, for `make docs`: without an argument the pages' names, a line each,
// with a name that page.
let pages = Page.reference + Page.rules + [Page.logicalIDs]
switch Array(CommandLine.arguments.dropFirst()) {
case []: for page in pages { print(page.path) }
case let arguments where arguments.count == 1:
  guard let page = pages.first(where: { $0.path == arguments[0] }) else { exit(2) }
  print(page.text, terminator: "")
default: exit(2)
}
