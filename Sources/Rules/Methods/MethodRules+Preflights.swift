import Diagnostics
import Document
import Spec

extension MethodRules {
  /// What a preflight answers, and who may ask.
  static let preflights: [Rule] = [
    Rule(
      "METH484", "ANY among other methods", why: "ANY allows every method already: the CDK refuses the pair",
      source: fetch,
      bad: [Example("any and one", spec(cors: "allowOrigins: [\"*\"], allowMethods: [ANY, ↓GET]"))],
      good: [
        Example("any", spec(cors: "allowOrigins: [\"*\"], allowMethods: [ANY]")),
        Example("two", spec(cors: "allowOrigins: [\"*\"], allowMethods: [GET, PUT]")),
      ],
      check: .cors { cors, _, findings in
        let methods = cors.value.allowMethods?.value ?? []
        guard methods.count > 1, methods.contains(where: { $0.value == .any }) else { return }
        let isFirst = methods[0].value == .any
        if let later = methods.first(where: { ($0.value == .any) != isFirst }) {
          findings.report(.anyAndOthers, at: later.node)
        }
      }),
    Rule(
      "METH485", "Two preflights of one path",
      why: "a resource has OPTIONS once: \"Method already exists for this resource\"", source: corsPage,
      bad: [
        Example(
          "a preflight and a method",
          """
          apis:
            Shop:
              gatewayResponses: &errors
                DEFAULT_4XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
                DEFAULT_5XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
              paths:
                /orders:
                  corsPreflight: {allowOrigins: ["*"]}
                  ↓OPTIONS: {integration: {type: mock, response: {statusCode: 204}}}
          """)
      ],
      good: [
        Example(
          "a method in place of the API's preflight",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["*"]}
              paths:
                /orders:
                  OPTIONS: {integration: {type: mock, response: {statusCode: 204}}}
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        if api.corsOptions.isEmpty { return }
        for path in api.api.paths {
          guard let preflight = path.value.corsPreflight,
            let own = path.value.methods.first(where: { $0.verb == .options })
          else { continue }
          findings.report(.twoPreflights, conflictOf: preflight.node, own.node)
        }
      }),
    Rule(
      "METH486", "A preflight that asks who calls",
      why: "browsers send a preflight without credentials and keys: it gets 401 or 403, and the call is never made",
      source: corsPage,
      bad: [
        Example(
          "signatures",
          """
          apis:
            Shop:
              paths:
                /orders:
                  OPTIONS: {authorizationType: ↓AWS_IAM}
          """),
        Example(
          "inherited",
          """
          apis:
            Shop:
              defaultMethodOptions: {authorizationType: AWS_IAM}
              paths:
                /orders:
                  GET: {}
                  ↓OPTIONS: {}
          """),
      ],
      good: [
        Example(
          "lifted",
          """
          apis:
            Shop:
              defaultMethodOptions: {authorizationType: AWS_IAM, apiKeyRequired: true}
              paths:
                /orders:
                  GET: {}
                  OPTIONS: {authorizationType: NONE, apiKeyRequired: false}
          """)
      ],
      check: .operation(with: .options) { operation, _, findings in
        guard operation.verb == .options, let node = operation.options.barrier else { return }
        if findings.isWritten(node, in: operation) {
          findings.report(.guardedPreflight, at: node)
        } else {
          findings.report(.guardedPreflight, atKeyOf: operation.node)
        }
      }),
    Rule(
      "METH491", "A preflight kept longer than browsers do", severity: .info,
      why: "Chromium keeps an answer for 2 hours at most, Firefox for 24",
      source: "https://fetch.spec.whatwg.org/#cors-preflight-cache",
      bad: [Example("a week", spec(cors: "allowOrigins: [\"*\"], maxAge: ↓7d"))],
      good: [Example("2 hours", spec(cors: "allowOrigins: [\"*\"], maxAge: 2h"))],
      check: .cors { cors, _, findings in
        if let age = cors.value.maxAge, age.value.seconds > 7200 { findings.report(.longAge, at: age.node) }
      }),
    Rule(
      "METH492", "A preflight that is kept and not kept",
      why: "both write Access-Control-Max-Age: the CDK refuses the pair", source: fetch,
      bad: [Example("both", spec(cors: "allowOrigins: [\"*\"], disableCache: true, ↓maxAge: 1h"))],
      good: [
        Example("kept", spec(cors: "allowOrigins: [\"*\"], disableCache: false, maxAge: 1h")),
        Example("not kept", spec(cors: "allowOrigins: [\"*\"], disableCache: true")),
      ],
      check: .cors { cors, _, findings in
        guard let age = cors.value.maxAge, cors.value.disableCache.value else { return }
        findings.report(.keptAndNot, conflictOf: age.node, cors.value.disableCache.node)
      }),
    Rule(
      "METH493", "A preflight that fails", why: "browsers take an answer of 200 to 299 for a yes, and no other",
      source: "https://fetch.spec.whatwg.org/#cors-preflight-fetch",
      bad: [Example("a redirection", spec(cors: "allowOrigins: [\"*\"], statusCode: ↓302"))],
      good: [Example("no content", spec(cors: "allowOrigins: [\"*\"], statusCode: 200"))],
      check: .cors { cors, _, findings in
        // One that could not be read is empty.
        guard let status = cors.value.statusCode, let first = status.value.first, first != "2" else { return }
        findings.report(.failing, at: status.node)
      }),
  ]
}

extension MethodOptions {
  /// What keeps strangers out: the node of an authorizer, of an authorization type or of a demand for a key.
  fileprivate var barrier: NodeID? {
    if authorizationType?.value != AuthorizationType.none {
      if let authorizer, authorizer.value != "none" { return authorizer.node }
      if let authorizationType { return authorizationType.node }
    }
    return apiKeyRequired.isOn ? apiKeyRequired?.node : nil
  }
}

extension Message {
  fileprivate static let anyAndOthers = Message(
    "METH484", "'ANY' and other methods exclude each other", help: "keep 'ANY' alone, or the others")

  fileprivate static let twoPreflights = Message(
    "METH485", "this path has a preflight and an OPTIONS method", help: "keep one of them")

  fileprivate static let guardedPreflight = Message(
    "METH486", "browsers send preflights without credentials and keys",
    help: "write 'authorizationType: NONE' and 'apiKeyRequired: false' on OPTIONS")

  fileprivate static let longAge = Message(
    "METH491", .info, "browsers keep preflights for 2 to 24 hours at most", help: "write '2h'")

  fileprivate static let keptAndNot = Message(
    "METH492", "'maxAge' and 'disableCache' exclude each other", help: "keep one of them")

  fileprivate static let failing = Message("METH493", "a preflight succeeds with 2xx alone", help: "write 204 or 200")
}
