import Diagnostics

/// What is known of a file that `!Include` names.
enum Inclusion {
  /// It is being read: to include it now is a cycle.
  case open
  /// Its tree's place.
  case read(Int)
  /// It cannot be used; the message, where the file itself has none inside.
  case failed(Message?)
}

/// What is known of a file that `!File` names.
enum IncludedText {
  case read(Span)
  case failed(Message)
}

extension TreeBuilder {
  /// Puts a file's text in the place of `!File path`.
  mutating func file(
    _ node: inout Node, _ text: inout Span, _ event: Event, _ session: inout ReadingSession
  ) throws(Refusal) {
    let span = Span(start: node.start, end: node.end)
    node.style = .doubleQuoted
    switch try session.text(of: event.text, from: name, at: span) {
    case .read(let contents): text = contents
    case .failed(let message):
      session.report.add(message, at: span)
      refuse(&node, &text)
    }
  }

  /// Puts a file's value in the place of `!Include path`.
  mutating func include(
    _ node: inout Node, _ text: inout Span, _ event: Event, _ session: inout ReadingSession
  ) throws(Refusal) {
    let span = Span(start: node.start, end: node.end)
    let path = event.text
    session.values += tree.nodes.count - counted
    counted = tree.nodes.count
    let inclusion = session.tree(of: path, from: name, at: span)
    mostNodes = session.limits.values - session.values + counted
    guard case .read(let index) = inclusion.found else {
      if case .failed(let message?) = inclusion.found { session.report.add(message, at: span) }
      return refuse(&node, &text)
    }
    let included = session.trees[index]
    try follow(included.extent, height: included.height, isFirst: inclusion.isFirst, at: span, &session)
    tree.inclusions.append((tree.nodes.count, index))
    (node.kind, node.content) = (.alias, 0)
  }

  private func refuse(_ node: inout Node, _ text: inout Span) {
    text.end = text.start
    node.isRefused = true
  }
}

extension ReadingSession {
  /// The text of a file, read once however often it is named.
  fileprivate mutating func text(
    of path: UnsafeBufferPointer<UInt8>, from file: String, at span: Span
  ) throws(Refusal) -> IncludedText {
    if let message = refusal(of: path) { return .failed(message) }
    let path = String(decoding: path, as: UTF8.self)
    let name = files.name(of: path, from: file)
    if let known = textsByName[name] {
      if case .read(let text) = known { try repeats(Extent(bytes: Int(text.end - text.start)), at: span) }
      return known
    }
    let text = try readText(path, from: file, name: name, at: span)
    textsByName[name] = text
    return text
  }

  private mutating func readText(
    _ path: String, from file: String, name: String, at span: Span
  ) throws(Refusal) -> IncludedText {
    let contents: [UInt8]
    guard unusableFiles < limits.unusableFiles else { return .failed(.notLookedFor(limits.unusableFiles)) }
    switch bytes(of: path, from: file) {
    case .failure(let error):
      unusableFiles += 1
      return .failed(.unusable(quotable(path.utf8), error))
    case .success(let read): contents = read
    }
    let start = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isText = contents.withUnsafeBufferPointer { TextScanner($0, from: start, .content).problems.isEmpty }
    guard isText else { return .failed(.notText(quotable(path.utf8))) }
    guard sources.bytes.count + contents.count + 1 < Int(UInt32.max) else { throw Refusal(.tooLargeText, at: span) }
    let added = sources.add(name: name, contents: start == 0 ? contents : Array(contents[start...]))
    return .read(Span(start: added.start, end: added.end))
  }

  /// The tree of a file, read once however often it is named, and whether this is the first time.
  fileprivate mutating func tree(
    of path: UnsafeBufferPointer<UInt8>, from file: String, at span: Span
  ) -> (found: Inclusion, isFirst: Bool) {
    if let message = refusal(of: path) { return (.failed(message), true) }
    let path = String(decoding: path, as: UTF8.self)
    let name = files.name(of: path, from: file)
    if let known = treesByName[name] {
      if case .open = known { return (.failed(.includeCycle(quotable(path.utf8))), false) }
      return (known, false)
    }
    treesByName[name] = .open
    let found = readTree(path, from: file, name: name)
    treesByName[name] = found
    return (found, true)
  }

  private mutating func readTree(_ path: String, from file: String, name: String) -> Inclusion {
    guard includedFiles < limits.includedFiles else { return .failed(.tooManyFiles(limits.includedFiles)) }
    includedFiles += 1
    switch bytes(of: path, from: file) {
    case .failure(let error): return .failed(.unusable(quotable(path.utf8), error))
    case .success(let contents):
      guard sources.bytes.count + contents.count < Int(UInt32.max) else {
        return .failed(.tooLargeIncluded(quotable(path.utf8)))
      }
      // One byte between files, so that the end of one is not the start of the next.
      _ = sources.append([0x0A])
      guard let tree = read(contents, name: name) else { return .failed(nil) }
      trees.append(tree)
      return .read(trees.count - 1)
    }
  }

  private mutating func bytes(of path: String, from file: String) -> Result<[UInt8], FileError> {
    let left = limits.includedBytes - includedBytes
    let result = files.read(path, from: file, limit: left)
    guard case .success(let contents) = result else { return result }
    guard contents.count <= left else { return .failure(.tooLarge) }
    includedBytes += contents.count
    return result
  }

  private func refusal(of path: UnsafeBufferPointer<UInt8>) -> Message? {
    if path.isEmpty { return .emptyPath }
    return path.contains(0) ? .nulInPath : nil
  }
}
