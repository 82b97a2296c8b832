import Diagnostics
import Rules
import Synthesizer
import Testing

/// What examples cannot show, because a second rule has something to say about it.
@Suite struct PreflightTests {
  @Test("a preflight asks for no key", arguments: [("true", 1), ("false", 0), ("!Ref Keys", 0)])
  func keys(required: String, count: Int) {
    let text = """
      parameters: {Keys: {Type: String}}
      apis:
        Shop:
          defaultMethodOptions: {apiKeyRequired: \(required)}
          paths: {/orders: {GET: {}, OPTIONS: {}}}
      """
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options())
    #expect(outcome.report.diagnostics.count { $0.message.rule == "METH486" } == count)
  }
}
