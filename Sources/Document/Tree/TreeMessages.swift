import Diagnostics

extension Message {
  static var emptyFile: Message {
    Message("SPEC107", .error, "the file holds no YAML value", help: "write at least one key")
  }

  static var secondDocument: Message {
    Message(
      "SPEC107", .error, "a second document begins here",
      help: "a file holds one document; move this one to its own file")
  }

  static var textAfterEnd: Message {
    Message("SPEC107", .error, "text after the end of the document", help: "delete the '...' line or what follows it")
  }

  static func tooDeep(_ limit: Int) -> Message {
    Message(
      "SPEC107", .error, "nested too deep: more than \(limit) lists and mappings inside each other",
      help: "take inner values out")
  }

  static func tooDeepThroughAlias(_ limit: Int) -> Message {
    Message(
      "SPEC121", .error,
      "nested too deep: with what this stands for, more than \(limit) lists and mappings lie inside each other",
      help: "write the values out")
  }

  static func tooManyValues(_ limit: Int) -> Message {
    Message(
      "SPEC107", .error, "too large: more than \(limit) keys and values", help: "split the spec into several stacks")
  }

  static func duplicateKey(_ key: String) -> Message {
    Message(
      "SPEC104", .error, "duplicate key '\(key)': one of the two values would be dropped", help: "keep one of them")
  }

  static var secondMergeKey: Message {
    Message("SPEC104", .error, "duplicate key '<<'", help: "merge several mappings with one key, '<<: [*a, *b]'")
  }

  static var nullKey: Message {
    Message("SPEC107", .error, "null cannot be a key", help: "write a name; quote it if it is the text 'null' or '~'")
  }

  static var complexKey: Message {
    Message(
      "SPEC107", .error, "a list or mapping cannot be a key",
      help: "write a name; quote text that begins with a bracket")
  }

  static var tagOnKey: Message {
    Message("SPEC107", .error, "a key takes no tag", help: "delete the tag")
  }

  static func unknownTag(_ tag: String) -> Message {
    Message(
      "SPEC107", .error, "tag '\(tag)' is not known here",
      help: "allowed are !File and !Include before a path, CloudFormation's short forms such as !Ref, and !!str")
  }

  static func longAnchor(_ limit: Int) -> Message {
    Message("SPEC107", .error, "an anchor's name has at most \(limit) bytes", help: "shorten it")
  }

  static func undefinedAlias(_ name: String) -> Message {
    Message(
      "SPEC107", .error, "alias '*\(name)' has no anchor '&\(name)' before it",
      help: "set the anchor before this line, or quote text that begins with '*'")
  }

  static func aliasCycle(_ name: String) -> Message {
    Message(
      "SPEC121", .error, "alias '*\(name)' stands inside the very value that it names", help: "write the value out")
  }

  static func aliasBomb(_ limit: Int) -> Message {
    Message(
      "SPEC121", .error, "aliases stand for more than \(limit) values", help: "write the values out, or merge less")
  }

  static func longAliases(_ limit: Int) -> Message {
    Message(
      "SPEC121", .error, "aliases and files that are named again stand for more than \(limit) bytes",
      help: "shorten what they stand for, or name it less often")
  }

  static var wrongMerge: Message {
    Message(
      "SPEC107", .error, "'<<' merges a mapping or a list of mappings, and this is none",
      help: "give it an alias of a mapping; quote '<<' if it is an ordinary key")
  }
}
