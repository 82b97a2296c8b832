import Diagnostics
import Document
import Rules
import Synthesizer
import Testing

/// Schemas that are no mappings of the spec, and the patterns in them.
@Suite struct SchemaTests {
  @Test func aFaultInASchemasFileIsShownThere() {
    let file = "{\n  \"type\": \"object\",\n  \"properties\": {\"ü\": {}, \"id\": {\"type\": \"date\"}}\n}\n"
    #expect(Self.found("!File order.json", file: file) == ["MODEL620 order.json:3:42"])
  }

  @Test func aFaultInABlockOfTextIsShownInItsLine() {
    let schema = "|\n          {\"type\": \"object\",\n           \"required\": [\"a\", \"a\"]}\n"
    #expect(Self.found(schema) == ["MODEL615 apigw.yaml:7:30"])
  }

  @Test func escapesInNamesAreRead() {
    #expect(Self.found(#"'{"type": "object", "\u0074itle": 5}'"#) == ["MODEL607 apigw.yaml:4:57"])
    #expect(Self.found(#"'{"enum": ["\ud83d\ude00", "😀", "a\n", "a\u000a"]}'"#).count == 2)
  }

  @Test("a text that ends anywhere is read to its end")
  func cutTexts() {
    let whole = #"{"properties": {"a\u00e9": {"type": ["string", "null"], "enum": [1.5e3, true, null, {}]}}}"#
    for length in 1..<whole.utf8.count {
      let text = String(decoding: Array(whole.utf8).prefix(length), as: UTF8.self)
      #expect(Self.found("'\(text)'") == ["MODEL629 apigw.yaml:4:23"], "\(text)")
    }
    #expect(Self.found("'\(whole)'").isEmpty)
  }

  @Test func aTextMayBeDeeperThanAMapping() {
    let open = String(repeating: "{\"not\": ", count: 50_000)
    let deep = "'" + open + "{}" + String(repeating: "}", count: 50_000) + "'"
    #expect(Self.found(deep).isEmpty)
  }

  @Test func circlesOfManyModelsAreFoundOnce() {
    let models = (0..<2000).map {
      "M\($0): {schema: {type: object, properties: {n: {$ref: M\(($0 + 1) % 2000)}, o: {$ref: M\(($0 + 1) % 2000)}}}}"
    }
    let text = "apis: {Shop: {models: {\(models.joined(separator: ", "))}, paths: {/: {GET: {}}}}}"
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: OneFile(text: ""), options: Options())
    #expect(outcome.report.diagnostics.count { $0.message.rule == "MODEL619" } == 1)
  }

  @Test(
    "a regular expression passes",
    arguments: [
      #"^\S(.*\S)?$"#, "^97[89]-?(?:\\d-?){9}\\d$", "a{,3}", "{", "a{x}", "[]a]", "[^]]", "(?=a)b", "(?!a)b", "(?<n>a)",
      "(?<=a)b", "a|", "[a-]", "[\\w-.]", "a{2,}?", "\\u00e9+", "x*?", "[\\]]", "日本+", "()",
    ])
  func patterns(pattern: String) { #expect(Self.found(Self.schema(pattern: pattern)).isEmpty) }

  @Test(
    "no regular expression is refused",
    arguments: [
      "[", "[a", "(", "(a", ")", "a)", "*", "+a", "a**", "a+++", "^*", "|?", "(*)", "(?i)a", "(?#c)", "[z-a]", "a{3,2}",
      "{2}", "a{2}{3}", "\\",
    ])
  func noPatterns(pattern: String) {
    #expect(Self.found(Self.schema(pattern: pattern)) == ["MODEL621 apigw.yaml:4:47"])
  }

  private static func schema(pattern: String) -> String { "{type: string, pattern: '\(pattern)'}" }

  /// What is wrong in a spec with one schema: rule, file, line and column.
  private static func found(_ schema: String, file: String = "") -> [String] {
    let text = """
      apis:
        Shop:
          models:
            Order: {schema: SCHEMA}
          paths: {/orders: {GET: {}}}
      """
    let isBlock = schema.hasPrefix("|")
    let spec = text.replacing("{schema: SCHEMA}", with: isBlock ? "\n        schema: \(schema)" : "{schema: \(schema)}")
    let outcome = synthesize(
      Array(spec.utf8), name: "apigw.yaml", files: OneFile(text: file), options: Options())
    return outcome.report.sorted.filter { $0.message.severity != .info }.map { place(of: $0, in: outcome.sources) }
  }

  private static func place(of diagnostic: Diagnostic, in sources: SourceMap) -> String {
    guard let file = sources.file(at: diagnostic.span.start) else { return "\(diagnostic.message.rule)" }
    let location = LineTable(of: file, in: sources).location(of: diagnostic.span.start, in: sources)
    return "\(diagnostic.message.rule) \(file.name):\(location.line):\(location.column)"
  }
}

/// A project with one file beside the spec.
private struct OneFile: FileReader {
  let text: String

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> { .success(Array(text.utf8)) }

  func check(_ path: String, from file: String) -> Result<Void, FileError> { .success(()) }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { .success([""]) }

  func name(of path: String, from file: String) -> String { path }
}
