import Testing

@testable import VTL

struct ContextVariableTests {
  @Test("each published name stands once in the table, with a use")
  func tableIsWhole() {
    #expect(ContextVariable.all.count == 83)
    #expect(Set(ContextVariable.all.map(\.pattern)).count == ContextVariable.all.count)
    for variable in ContextVariable.all {
      #expect(!variable.uses.isEmpty && variable.uses.contains(.accessLog), "\(variable.pattern)")
      let name = variable.familyPrefix.map { $0 + "anything" } ?? variable.pattern
      #expect(ContextVariable.named(name) == variable)
    }
  }

  @Test(
    "a variable has a value only where AWS says so",
    arguments: [
      ("requestId", [.mappingExpression, .mappingTemplate, .gatewayResponse, .identitySource, .accessLog]),
      ("authorizer.claims.sub", [.mappingExpression, .mappingTemplate, .gatewayResponse, .accessLog]),
      ("authorizer.tenant", [.mappingExpression, .mappingTemplate, .gatewayResponse, .accessLog]),
      ("authorizer.latency", [.accessLog]),
      ("error.messageString", [.gatewayResponse, .accessLog]),
      ("responseLatency", [.accessLog]),
    ] as [(String, ContextVariable.Uses)])
  func knowsUses(name: String, uses: ContextVariable.Uses) {
    #expect(ContextVariable.named(name)?.uses == uses)
  }

  @Test("names are told apart by case, and a family needs a name", arguments: ["requestID", "authorizer.", "", "foo"])
  func refusesUnknownNames(name: String) {
    #expect(ContextVariable.named(name) == nil)
  }

  @Test("a group of variables is not a variable")
  func knowsGroups() {
    #expect(ContextVariable.isGroup("identity"))
    #expect(ContextVariable.isGroup("identity.clientCert"))
    #expect(!ContextVariable.isGroup("identity.sourceIp"))
    #expect(!ContextVariable.isGroup(""))
    #expect(ContextVariable.named("identity") == nil)
  }

  @Test("the nearest variable is one that can be used in the place")
  func proposesUsableVariables() {
    #expect(ContextVariable.nearest(to: "responseLatancy", in: .accessLog)?.name == "responseLatency")
    #expect(ContextVariable.nearest(to: "responseLatancy", in: .mappingTemplate) == nil)
    #expect(ContextVariable.nearest(to: "userAgent", in: .mappingTemplate)?.name == "identity.userAgent")
    #expect(ContextVariable.nearest(to: "arguments", in: .mappingTemplate) == nil)
  }
}
