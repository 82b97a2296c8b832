import SpecBuilding
import Testing

struct Section02NameTests {
  @Test(
    "§2 Names: a name is letters and digits and starts with a letter", arguments: ["2nd", "my-api", "my_api", "käse"])
  func form(_ name: String) {
    let spec = Contract("apis:\n  \(name): {paths: {/: {GET: {}}}}\n")
    #expect(spec.errors.count == 1)
    #expect(spec.errors.first?.hasPrefix("2:3 ") == true)
    #expect(Contract("apis:\n  Shop2: {paths: {/: {GET: {}}}}\n").errors == [])
  }

  @Test("§2 Names: a name is unique over the whole spec, raw resources included")
  func unique() {
    let spec = Contract(handler + "\napis:\n  Fn: {paths: {/: {GET: {}}}}\n")
    #expect(spec.errors.count == 1)
    #expect(spec.errors.first?.hasPrefix("3:3 ") == true)
    let raw = Contract("apis:\n  Shop: {paths: {/: {GET: {}}}}\nresources:\n  Shop: {Type: \"AWS::SNS::Topic\"}\n")
    #expect(raw.errors.count == 1)
    #expect(raw.errors.first?.hasPrefix("4:3 ") == true)
  }

  @Test("§2 Names: each thing's main resource has its name as its logical ID")
  func mainResource() {
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}}}
      vpcLinks: {Link: {targets: ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"]}}
      apis: {Shop: {paths: {/: {GET: Fn}}}}
      apiKeys: {Key: {}}
      usagePlans: {Plan: {apiKeys: [Key]}}
      domainNames:
        Domain:
          domainName: example.com
          certificate: arn:aws:acm:eu-west-1:123456789012:certificate/a
          mappings: [{api: Shop}]
      """)
    #expect(spec.errors == [])
    for (id, type) in [
      "Fn": "Lambda::Function", "Link": "ApiGateway::VpcLink", "Shop": "ApiGateway::RestApi",
      "Key": "ApiGateway::ApiKey", "Plan": "ApiGateway::UsagePlan", "Domain": "ApiGateway::DomainName",
    ] {
      #expect(spec.ids(of: type) == [id])
    }
  }

  @Test("§2 Names: `!Ref Shop` and `!GetAtt listItems.Arn` work in raw `resources` and `outputs` too")
  func rawReferences() {
    let spec = Contract(
      """
      functions: {listItems: {runtime: python3.13, handler: a.b, code: {inline: pass}}}
      apis: {Shop: {paths: {/: {GET: {}}}}}
      resources: {Topic: {Type: "AWS::SNS::Topic", Properties: {DisplayName: !GetAtt listItems.Arn}}}
      outputs: {Id: {Value: !Ref Shop}}
      """)
    #expect(spec.errors == [])
    #expect(spec.property("Topic", "DisplayName") == .getAtt("listItems", "Arn"))
    #expect(spec.template["Outputs", "Id", "Value"] == .ref("Shop"))
  }

  @Test("§2 Names: things inside an API are named within that API")
  func withinAPI() {
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}}}
      apis:
        One: {authorizers: {Ask: {type: token, handler: Fn}}, models: {Item: {schema: {}}}, paths: {/: {GET: {authorizer: Ask}}}}
        Two: {authorizers: {Ask: {type: token, handler: Fn}}, models: {Item: {schema: {}}}, paths: {/: {GET: {authorizer: Ask}}}}
      """)
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::Authorizer").count == 2)
    #expect(spec.ids(of: "ApiGateway::Model").count == 2)
    for method in spec.all("ApiGateway::Method") {
      let authorizer = method["AuthorizerId", "Ref"]?.string ?? ""
      #expect(spec.property(authorizer, "RestApiId") == method["RestApiId"])
    }
  }

  @Test("§2 Names: logical IDs of what is derived start with the owner's name and are letters and digits")
  func derived() {
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, alias: live}}
      apis:
        Shop:
          cloudWatchRole: true
          authorizers: {Ask: {type: token, handler: Fn}}
          models: {Item: {schema: {}}}
          requestValidators: {All: {validateRequestBody: true}}
          gatewayResponses: {DEFAULT_4XX: {responseHeaders: {A: "'b'"}}}
          paths: {"/a-b/{id}": {GET: {integration: Fn, authorizer: Ask, requestValidatorOptions: {validateRequestParameters: true}}}}
      """)
    #expect(spec.errors == [])
    for id in spec.ids {
      let owner =
        spec.resources[id]?["Type"]?.string?.hasPrefix("AWS::Lambda::") == true ? ["Fn", "Shop"] : ["Shop", "Fn"]
      #expect(owner.contains { id.hasPrefix($0) }, "\(id)")
      #expect(id.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) })
    }
    #expect(spec.ids(of: "IAM::Role").contains { $0.hasPrefix("Fn") })
    #expect(spec.ids(of: "Lambda::Version").allSatisfy { $0.hasPrefix("Fn") })
    #expect(spec.ids(of: "Lambda::Permission").allSatisfy { $0.hasPrefix("Shop") })
    #expect(spec.ids(of: "ApiGateway::Method").allSatisfy { $0.contains("GET") })
  }

  @Test("§2 Names: a logical ID depends neither on position nor on other entries")
  func pure() {
    let one = Contract(api: "paths:\n  /a: {GET: {}}\n  /b: {GET: {}}")
    let other = Contract(api: "paths:\n  /b: {GET: {}, PUT: {}}\n  /c: {}\n  /a: {GET: {}}")
    let kept = one.ids.filter { !$0.contains("deployment") }
    #expect(kept.count > 5)
    #expect(kept.allSatisfy { other.ids.contains($0) })
  }

  @Test(
    "§2 Names: paths never collide",
    arguments: [("/a-b/c", "/a/b-c"), ("/{id}", "/id"), ("/ab", "/a/b"), ("/a_b", "/a-b"), ("/{p+}", "/{p}")])
  func collisions(_ one: String, _ other: String) {
    let first = Contract(api: "paths: {\"\(one)\": {GET: {}}}")
    let second = Contract(api: "paths: {\"\(other)\": {GET: {}}}")
    #expect(first.errors == [] && second.errors == [])
    #expect(first.ids(of: "ApiGateway::Method") != second.ids(of: "ApiGateway::Method"))
    #expect(Set(first.ids(of: "ApiGateway::Method")).isDisjoint(with: second.ids(of: "ApiGateway::Resource")))
  }

  @Test("§2 Names: every entry of an API that becomes a resource takes `logicalId`")
  func logicalIdsInAPI() {
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}}}
      apis:
        Shop:
          logicalId: MyApi
          authorizers: {Ask: {type: token, handler: Fn, logicalId: MyAuthorizer}}
          models: {Item: {schema: {}, logicalId: MyModel}}
          requestValidators: {All: {validateRequestBody: true, logicalId: MyValidator}}
          gatewayResponses: {DEFAULT_4XX: {responseHeaders: {A: "'b'"}, logicalId: MyResponse}}
          stages: {prod: {logicalId: MyStage}}
          paths:
            /items:
              logicalId: MyPath
              GET: {logicalId: MyMethod, authorizer: Ask, requestValidator: All, requestModels: {application/json: Item}}
              PUT: {requestValidatorOptions: {validateRequestBody: true, logicalId: MyOwnValidator}}
            /cors:
              corsPreflight: {allowOrigins: ["*"], logicalId: MyPreflight}
      """)
    #expect(spec.errors == [])
    for (id, type) in [
      "MyApi": "RestApi", "MyAuthorizer": "Authorizer", "MyModel": "Model", "MyValidator": "RequestValidator",
      "MyOwnValidator": "RequestValidator", "MyResponse": "GatewayResponse", "MyStage": "Stage", "MyPath": "Resource",
      "MyMethod": "Method", "MyPreflight": "Method",
    ] {
      #expect(spec.resources[id]?["Type"] == .string("AWS::ApiGateway::\(type)"), "\(id)")
    }
    #expect(spec.property("MyMethod", "AuthorizerId") == .ref("MyAuthorizer"))
    #expect(spec.property("MyMethod", "RequestValidatorId") == .ref("MyValidator"))
    #expect(spec.property("MyMethod", "RequestModels") == ["application/json": .ref("MyModel")])
    #expect(spec.property("MyMethod", "ResourceId") == .ref("MyPath"))
    #expect(spec.property("MyMethod", "RestApiId") == .ref("MyApi"))
    #expect(References(in: spec.building.object).dangling == [])
  }

  @Test("§2 Names: every entry of the other sections that becomes a resource takes `logicalId`")
  func logicalIdsOfSections() {
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, logicalId: MyFunction}}
      vpcLinks: {Link: {targets: ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"], logicalId: MyLink}}
      apis: {Shop: {paths: {/: {GET: Fn}}}}
      apiKeys: {Key: {logicalId: MyKey}}
      usagePlans: {Plan: {apiKeys: [Key], logicalId: MyPlan}}
      domainNames:
        Domain:
          domainName: example.com
          certificate: arn:aws:acm:eu-west-1:123456789012:certificate/a
          logicalId: MyDomain
          mappings: [{api: Shop, basePath: a, logicalId: MyMapping}, {api: Shop, basePath: a/b, logicalId: MyApiMapping}]
      outputs: {Arn: {Value: !GetAtt Fn.Arn}}
      """)
    #expect(spec.errors == [])
    for (id, type) in [
      "MyFunction": "Lambda::Function", "MyLink": "ApiGateway::VpcLink", "MyKey": "ApiGateway::ApiKey",
      "MyPlan": "ApiGateway::UsagePlan", "MyDomain": "ApiGateway::DomainName",
      "MyMapping": "ApiGateway::BasePathMapping", "MyApiMapping": "ApiGatewayV2::ApiMapping",
    ] {
      #expect(spec.resources[id]?["Type"] == .string("AWS::\(type)"), "\(id)")
    }
    #expect(spec.template["Outputs", "Arn", "Value"] == .getAtt("MyFunction", "Arn"))
    #expect(References(in: spec.building.object).dangling == [])
  }

  @Test("§2 Names: a `logicalId` that is no logical ID, or is taken, is an error")
  func badLogicalId() {
    #expect(Contract(api: "logicalId: my-api").errors.count == 1)
    #expect(Contract(api: "stages: {prod: {logicalId: Shop}}\npaths: {/: {GET: {}}}").errors.count == 1)
  }

  @Test("§2 Names: an empty value where a mapping is wanted is an empty mapping")
  func empty() {
    let spec = Contract(api: "stages:\n  prod:\npaths:\n  /items:\n    GET:\n  /:\n")
    let same = Contract(api: "stages: {prod: {}}\npaths: {/items: {GET: {}}, /: {}}")
    #expect(spec.errors == [])
    #expect(spec.building.json == same.building.json)
  }
}
