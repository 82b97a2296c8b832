import Diagnostics
import Document

/// Gives the files of the project in which a folder lies; nil where there is no such folder.
public typealias ProjectOpening = @Sendable (_ folder: String) -> (any FileReader)?

/// The documents that are open, and the specs that they are or belong to.
struct Workspace {
  private let openProject: ProjectOpening
  /// By the client's address.
  private(set) var documents: [String: OpenDocument] = [:]
  /// By the spec's path.
  private(set) var analyses: [String: Analysis] = [:]
  /// The last reading of each spec that could be read, for what is asked while a line is half typed.
  private(set) var readable: [String: Analysis] = [:]
  /// Paths whose text is no longer what it was when they were analysed.
  private var changed: Set<String> = []
  /// Whether anything may have changed, on the disk too.
  private var hasChangedAtAll = false

  init(openProject: @escaping ProjectOpening) { self.openProject = openProject }

  /// Whether there is something that was not looked at yet.
  var isStale: Bool { hasChangedAtAll || !changed.isEmpty }

  mutating func open(_ document: OpenDocument) {
    documents[document.address] = document
    changed.insert(document.path)
  }

  mutating func close(_ address: String) {
    guard let document = documents.removeValue(forKey: address) else { return }
    changed.insert(document.path)
  }

  /// Takes in the changes of a document; those before a wrong one stay.
  mutating func change(_ address: String, version: Int?, _ changes: [JSON]) throws(RequestError) {
    guard var document = documents.removeValue(forKey: address) else {
      throw .invalidParams("no such document is open")
    }
    defer { documents[address] = document }
    changed.insert(document.path)
    if let version { document.version = version }
    for change in changes { try document.text.apply(change) }
  }

  /// Files on the disk are no longer what they were.
  mutating func changeDisk() { hasChangedAtAll = true }

  func document(at path: String) -> OpenDocument? { documents.values.first { $0.path == path } }

  /// The files that a spec may name, with those that are open.
  ///
  /// - Parameter other: texts that stand for what is open.
  func files(of root: String, with other: [String: [UInt8]] = [:]) -> any FileReader {
    guard root.hasPrefix("/"), let project = openProject(FileAddress.folder(of: root)) else { return NoFiles() }
    let texts = Dictionary(documents.values.map { ($0.path, $0.text.bytes) }, uniquingKeysWith: { first, _ in first })
    return OpenFiles(project: project, texts: texts.merging(other) { $1 })
  }
}

extension Workspace {
  /// Looks at everything that has changed.
  mutating func refresh() {
    guard isStale else { return }
    for root in analyses.keys where isOutdated(root) { analyses[root] = nil }
    (changed, hasChangedAtAll) = ([], false)
    let open = documents.values.sorted { $0.path < $1.path }
    for document in open where document.isSpec && analyses[document.path] == nil {
      analyze(document.text.bytes, root: document.path)
    }
    for document in open where !document.isSpec && analysis(containing: document.path) == nil {
      findOwner(of: document.path)
    }
    dropSuperfluous(open)
  }

  private func isOutdated(_ root: String) -> Bool {
    guard let analysis = analyses[root], !hasChangedAtAll else { return true }
    return analysis.paths.contains { changed.contains($0) }
  }

  private mutating func analyze(_ text: [UInt8], root: String) {
    let analysis = Analysis(text, root: root, files: files(of: root))
    analyses[root] = analysis
    if analysis.document != nil { readable[root] = analysis }
  }

  /// Looks, from a document's folder upwards, for the spec that includes it.
  private mutating func findOwner(of path: String) {
    let files = files(of: path)
    var steps = ""
    while steps.utf8.count < 3 * 16 {
      for name in ["apigw.yaml", "apigw.yml"] {
        let root = FileAddress.normalized(FileAddress.folder(of: path) + steps + name)
        guard analyses[root] == nil, case .success(let text) = files.read(steps + name, from: path, limit: 4 << 20)
        else {
          continue
        }
        analyze(text, root: root)
        if analyses[root]?.file(at: path) != nil { return }
        analyses[root] = nil
      }
      if case .failure(.outside) = files.check(steps + "..", from: path) { return }
      steps += "../"
    }
  }

  /// Forgets the specs of which nothing is open, and those that others include: they are judged there.
  private mutating func dropSuperfluous(_ open: [OpenDocument]) {
    for (root, analysis) in analyses {
      let isOpen = open.contains { analysis.file(at: $0.path) != nil }
      let isIncluded = analyses.values.contains {
        $0.root != root && $0.file(at: root) != nil && !analysis.includes($0)
      }
      if !isOpen || isIncluded { analyses[root] = nil }
    }
    readable = readable.filter { root, _ in analyses[root] != nil }
  }

  /// The spec that a file is, or is included by.
  func analysis(containing path: String) -> Analysis? {
    analyses[path] ?? analyses.values.filter { $0.file(at: path) != nil }.min { $0.root < $1.root }
  }
}

extension Analysis {
  /// Whether another spec's file is one of this one's.
  fileprivate func includes(_ other: Analysis) -> Bool { file(at: other.root) != nil }
}

extension Workspace {
  /// A spec read with another text in the place of one of its files, and where an offset of that text lies in the arena.
  func reading(
    of analysis: Analysis, with text: [UInt8], at path: String, offset: Int
  ) -> (document: Document, offset: UInt32)? {
    let contents =
      path == analysis.root ? text : analysis.file(at: analysis.root).map { Array(analysis.sources.text(of: $0)) }
    guard let contents else { return nil }
    var report = Report()
    let files = files(of: analysis.root, with: [path: text])
    let reading = Document.read(contents, name: analysis.root, files: files, limits: Limits(), into: &report)
    let file = reading.sources.files.first { FileAddress.normalized($0.name) == path }
    guard let document = reading.document, let file else { return nil }
    return (document, file.start + UInt32(offset))
  }
}
