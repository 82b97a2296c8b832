import Diagnostics

extension Message {
  private static func file(_ text: String, help: String? = nil) -> Message {
    Message("SPEC105", .error, text, help: help)
  }

  /// A file that `!File` or `!Include` names and that cannot be had.
  static func unusable(_ path: String, _ error: FileError) -> Message {
    switch error {
    case .missing: file("there is no file '\(path)'", help: "the path is relative to the file in which it is written")
    case .outside:
      file("file '\(path)' lies outside the project root", help: "move it into the project, or set '--root'")
    case .notAFile: file("'\(path)' is not a file")
    case .tooLarge: tooLargeIncluded(path)
    case .unreadable(let reason): file("file '\(path)' cannot be read: \(reason)")
    }
  }

  static func tooLargeIncluded(_ path: String) -> Message {
    file("file '\(path)' is too large", help: "see the limits on files that a spec may name")
  }

  static var emptyPath: Message { file("a path is wanted here", help: "name a file") }

  static var nulInPath: Message { file("a path cannot hold U+0000") }

  static func notText(_ path: String) -> Message {
    file(
      "file '\(path)' is not text: it holds bytes that are not UTF-8, NUL, or endless marks",
      help: "save the file as UTF-8")
  }

  static func includeCycle(_ path: String) -> Message {
    file("file '\(path)' includes itself, here or through others", help: "break the circle")
  }

  static func notLookedFor(_ limit: Int) -> Message {
    file("this file was not looked for: \(limit) others cannot be used", help: "mend the others first")
  }

  static func tooManyFiles(_ limit: Int) -> Message {
    file("more than \(limit) files are included", help: "join some of them")
  }

  static func tooLargeSpec(_ limit: Int) -> Message {
    Message(
      "SPEC107", .error, "the file is too large: more than \(limit) bytes", help: "split the spec into several stacks")
  }

  static var tooLargeText: Message {
    Message("SPEC107", .error, "too large: all texts together do not fit into 4 GiB", help: "split the spec")
  }
}
