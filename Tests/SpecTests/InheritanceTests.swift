import Diagnostics
import Document
import Testing

@testable import Spec

/// Defaults of an API and its paths, as methods get them.
@Suite struct InheritanceTests {
  @Test func optionsComeOneByOneFromTheNearestLevel() throws {
    let spec = Self.resolved(
      """
      apis:
        Shop:
          defaultMethodOptions: { operationName: api, apiKeyRequired: true, requestModels: { a: A } }
          paths:
            /:
              defaultMethodOptions: { operationName: root }
              GET: {}
            /a:
              defaultMethodOptions: { apiKeyRequired: false }
            /a/b/c:
              defaultMethodOptions: { requestModels: {} }
              GET: { operationName: own }
              PUT: {}
      """)
    let options = try #require(spec.apis.first).operations.map(\.options)
    #expect(options.map { $0.operationName?.known() } == ["root", "own", "root"])
    #expect(options.map { $0.apiKeyRequired?.known() } == [true, false, false])
    #expect(options.map { $0.requestModels?.value.count } == [1, 0, 0])
  }

  @Test("an authorizer is lifted with its scopes", arguments: ["authorizer: none", "authorizationType: NONE"])
  func liftedAuthorizer(lift: String) throws {
    let spec = Self.resolved(
      """
      apis:
        Shop:
          defaultMethodOptions: { authorizer: Who, authorizationScopes: [a], apiKeyRequired: true }
          paths:
            /: { GET: {}, PUT: { \(lift) } }
      """)
    let options = try #require(spec.apis.first).operations.map(\.options)
    #expect(options.map { $0.authorizationScopes?.value.count } == [1, nil])
    #expect(options[1].authorizer?.value != "Who" && options[1].apiKeyRequired?.known() == true)
  }

  @Test func aValidatorOfEitherSortReplacesTheInheritedOne() throws {
    let spec = Self.resolved(
      """
      apis:
        Shop:
          defaultMethodOptions: { requestValidator: Body }
          paths:
            /: { GET: { requestValidatorOptions: { validateRequestBody: true } }, PUT: {} }
      """)
    let options = try #require(spec.apis.first).operations.map(\.options)
    #expect(options.map { $0.requestValidator?.value } == [nil, "Body"])
  }

  @Test func theIntegrationIsReplacedWhole() throws {
    let spec = Self.resolved(
      """
      apis:
        Shop:
          defaultIntegration: { type: mock, timeout: 1s }
          paths:
            /: { GET: {} }
            /a: { defaultIntegration: { type: mock }, GET: {} }
            /a/b: { GET: {}, PUT: Fn }
      """)
    let operations = try #require(spec.apis.first).operations
    #expect(operations.map { $0.integration?.options.timeout != nil } == [true, false, false, false])
    guard case .lambda(let lambda)? = operations[3].integration?.backend else {
      Issue.record("a name is a Lambda integration")
      return
    }
    #expect(lambda.handler?.value == .name("Fn"))
  }

  @Test("a method that inherits nothing is the one that was decoded, and one that does is its own")
  func sharing() throws {
    let spec = Self.resolved(
      """
      apis:
        Shop:
          paths:
            /: { GET: Fn }
            /a: { defaultMethodOptions: { apiKeyRequired: true }, GET: Fn }
            /b: { defaultIntegration: Other, GET: Fn, PUT: {} }
      """)
    let api = try #require(spec.apis.first)
    let declared = api.api.paths.flatMap(\.value.methods)
    let isShared = zip(declared, api.operations).map { $0.method === $1.method }
    #expect(isShared == [true, false, true, false])
    #expect(api.operations.map(\.verb) == [.get, .get, .get, .put])
    #expect(api.operations.map(\.node) == declared.map(\.node))
    #expect(api.operations.map { $0.options.apiKeyRequired?.known() } == [nil, true, nil, nil])
  }

  @Test func parentsThatAreNotListedAreMade() throws {
    let tree = try #require(Self.resolved("apis: { Shop: { paths: { /a/b/c: {}, /a: {}, /d: {} } } }").apis.first).paths
    #expect(tree.nodes.map(\.path) == ["/", "/a", "/a/b", "/a/b/c", "/d"])
    #expect(tree.nodes.map(\.parent) == [0, 0, 1, 2, 0] && tree.nodes.map(\.item) == [nil, 1, nil, 0, 2])
    #expect(tree.segments(3) == ["a", "b", "c"] && tree.segments(0) == [])
  }

  @Test func aBrokenDefaultIsMarkedWhereItStandsAlone() throws {
    let spec = Self.resolved(
      """
      apis:
        Shop:
          defaultMethodOptions: { apiKeyRequired: maybe }
          defaultIntegration: { type: lambda, handlr: Fn }
          paths:
            /: { GET: {} }
      """, errors: 2)
    let api = try #require(spec.apis.first)
    let operation = try #require(api.operations.first)
    #expect(spec.isWhole(operation.node) && spec.isWhole(api.node))
    #expect(!spec.isWhole(try #require(api.api.defaults.methodOptions?.node)))
    #expect(!spec.isWhole(try #require(operation.integration?.node)))
  }

  @Test("a spec that is no mapping of sections is refused", arguments: ["[]", "text", "[a, b]"])
  func noMapping(text: String) {
    _ = Self.resolved(text, errors: 1)
  }

  private static func resolved(_ text: String, errors: Int = 0) -> ResolvedSpec {
    var report = Report()
    let reading = Document.read(
      Array(text.utf8), name: "spec.yaml", files: TestFiles(), limits: Limits(), into: &report)
    let document = reading.document ?? Document(sources: reading.sources, nodes: [], texts: [], tags: [], merged: [:])
    let spec = ResolvedSpec(document, into: &report)
    #expect(report.count(.error) == errors, "\(report.sorted.map(\.message.text))")
    return spec
  }
}
