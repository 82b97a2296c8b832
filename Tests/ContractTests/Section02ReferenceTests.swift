import SpecBuilding
import Testing

struct Section02ReferenceTests {
  private let raw = """
    resources:
      RawFn: {Type: "AWS::Lambda::Function", Properties: {Runtime: python3.13, Handler: a.b, Role: r, Code: {ZipFile: pass}}}
      RawVersion: {Type: "AWS::Lambda::Version", Properties: {FunctionName: !Ref RawFn}}
      RawAlias: {Type: "AWS::Lambda::Alias", Properties: {FunctionName: !Ref RawFn, FunctionVersion: "1", Name: live}}
      RawRole: {Type: "AWS::IAM::Role", Properties: {AssumeRolePolicyDocument: {}}}
      RawPool: {Type: "AWS::Cognito::UserPool"}
      RawStream: {Type: "AWS::KinesisFirehose::DeliveryStream"}
      RawMachine: {Type: "AWS::StepFunctions::StateMachine", Properties: {StateMachineType: EXPRESS}}
      RawBalancer: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: {Type: network}}
      RawLink: {Type: "AWS::ApiGateway::VpcLink", Properties: {Name: a, TargetArns: [!Ref RawBalancer]}}
      RawAuthorizer: {Type: "AWS::ApiGateway::Authorizer", Properties: {Name: a, Type: TOKEN, RestApiId: !Ref Shop}}
      RawCertificate: {Type: "AWS::CertificateManager::Certificate", Properties: {DomainName: example.com}}
      RawGroup: {Type: "AWS::Logs::LogGroup"}
      Topic: {Type: "AWS::SNS::Topic"}
    """

  private func get(_ text: String) -> Contract { Contract(method: text, stack: raw) }

  @Test("§2 Names: a reference's name is looked up among the spec's things first")
  func ofSpec() {
    let spec = Contract(method: "integration: {type: lambda, handler: Fn}", stack: handler)
    #expect(spec.only("Lambda::Function") != .null)
    #expect(spec.all("Lambda::Permission").allSatisfy { $0["FunctionName"] == .getAtt("Fn", "Arn") })
    #expect(spec.all("Lambda::Permission").count == 2)
  }

  @Test(
    "§2 Names: a raw function's name stands for its `Arn`, a version's and an alias's for its `Ref`",
    arguments: [
      ("RawFn", JSON.getAtt("RawFn", "Arn")), ("RawVersion", .ref("RawVersion")), ("RawAlias", .ref("RawAlias")),
    ])
  func functions(_ name: String, _ value: JSON) {
    let spec = get("integration: {type: lambda, handler: \(name)}")
    #expect(spec.errors == [])
    #expect(spec.all("Lambda::Permission").map { $0["FunctionName"] } == [value, value])
  }

  @Test(
    "§2 Names: a method may be the name of a raw function, version or alias",
    arguments: ["RawFn", "RawVersion", "RawAlias"])
  func shortMethods(_ name: String) {
    let spec = Contract(api: "paths: {/: {GET: \(name)}}", stack: raw)
    #expect(spec.errors == [])
    #expect(spec.integration["Type"] == "AWS_PROXY")
  }

  @Test("§2 Names: a raw role's name stands for its `Arn`")
  func roles() {
    let spec = get("integration: {type: http, url: \"https://example.com\", credentialsRole: RawRole}")
    #expect(spec.errors == [])
    #expect(spec.integration["Credentials"] == .getAtt("RawRole", "Arn"))
    let function = Contract(
      "functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, role: RawRole}}\n" + raw
        + "\napis: {Shop: {paths: {/: {GET: {}}}}}")
    #expect(function.property("Fn", "Role") == .getAtt("RawRole", "Arn"))
  }

  @Test("§2 Names: a raw user pool's name stands for its `Arn`")
  func userPools() {
    let spec = Contract(
      api: "authorizers: {A: {type: cognito, userPools: [RawPool]}}\npaths: {/: {GET: {authorizer: A}}}", stack: raw)
    #expect(spec.errors == [])
    #expect(spec.all("ApiGateway::Authorizer").contains { $0["ProviderARNs"] == [.getAtt("RawPool", "Arn")] })
  }

  @Test("§2 Names: a raw stream's name stands for its `Arn`, a log group's for its ARN without `:*`")
  func logs() {
    let stream = Contract(api: "stages: {prod: {accessLogDestination: RawStream}}\npaths: {/: {GET: {}}}", stack: raw)
    #expect(stream.only("ApiGateway::Stage")["AccessLogSetting", "DestinationArn"] == .getAtt("RawStream", "Arn"))
    let group = Contract(api: "stages: {prod: {accessLogDestination: RawGroup}}\npaths: {/: {GET: {}}}", stack: raw)
    #expect(
      group.only("ApiGateway::Stage")["AccessLogSetting", "DestinationArn"]
        == .sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${RawGroup}"))
  }

  @Test("§2 Names: a raw state machine's name stands for its `Ref`")
  func stateMachines() {
    let spec = get("integration: {type: stepFunctions, stateMachine: RawMachine}")
    #expect(spec.errors == [])
    #expect(spec.only("IAM::Policy")["PolicyDocument", "Statement", "0", "Resource"] == .ref("RawMachine"))
  }

  @Test("§2 Names: a raw load balancer's and VPC link's names stand for their `Ref`")
  func links() {
    let own = Contract(api: "paths: {/: {GET: {}}}", stack: raw + "\nvpcLinks: {Link: {targets: [RawBalancer]}}")
    #expect(own.property("Link", "TargetArns") == [.ref("RawBalancer")])
    let spec = get("integration: {type: http, url: \"http://example.com\", vpcLink: RawLink}")
    #expect(spec.errors == [])
    #expect(spec.integration["ConnectionId"] == .ref("RawLink"))
  }

  @Test("§2 Names: a raw authorizer's name stands for its `Ref`")
  func authorizers() {
    let spec = get("authorizer: RawAuthorizer")
    #expect(spec.errors == [])
    #expect(spec.method()["AuthorizerId"] == .ref("RawAuthorizer"))
    #expect(spec.method()["AuthorizationType"] == "CUSTOM")
  }

  @Test("§2 Names: a raw certificate's name stands for its `Ref`")
  func certificates() {
    let spec = Contract(
      api: "paths: {/: {GET: {}}}",
      stack: raw + "\ndomainNames: {D: {domainName: example.com, certificate: RawCertificate, mappings: [{api: Shop}]}}"
    )
    #expect(spec.errors == [])
    #expect(spec.property("D", "RegionalCertificateArn") == .ref("RawCertificate"))
  }

  @Test("§2 Names: an ARN literal, or an intrinsic, stays as it stands")
  func literals() {
    let arn = "arn:aws:iam::123456789012:role/own"
    let role = "integration: {type: http, url: \"https://example.com\", credentialsRole:"
    #expect(get(role + " \"\(arn)\"}").integration["Credentials"] == .string(arn))
    #expect(get(role + " !GetAtt RawRole.Arn}").integration["Credentials"] == .getAtt("RawRole", "Arn"))
    #expect(get(role + " !Sub \"${RawRole.Arn}\"}").integration["Credentials"] == .sub("${RawRole.Arn}"))
  }

  @Test("§2 Names: an unknown name is an error with the nearest one, and so is a raw resource of another type")
  func unknown() {
    let typo = get("integration: {type: lambda, handler: RawFm}")
    #expect(typo.errors.count == 1)
    #expect(typo.words.contains("'RawFn'"))
    #expect(get("integration: {type: lambda, handler: Topic}").errors.count == 1)
  }

  @Test("§2 Names: fields named `…Id` or `…Ids`, `bucket` and `key` are never looked up")
  func neverLookedUp() {
    let spec = Contract(api: "restApiId: Topic\nrootResourceId: !Ref Topic\nstages: {prod: {}}", stack: raw)
    #expect(spec.errors == [])
    #expect(spec.method()["RestApiId"] == "Topic")
    #expect(spec.method()["ResourceId"] == .ref("Topic"))
    #expect(spec.only("ApiGateway::Stage")["RestApiId"] == "Topic")
    let code = Contract(
      "functions: {Fn: {runtime: python3.13, handler: a.b, code: {bucket: RawFn, key: Topic}}}\napis: {Shop: {paths: {/: {GET: {}}}}}\n"
        + raw)
    #expect(code.property("Fn", "Code") == ["S3Bucket": "RawFn", "S3Key": "Topic"])
  }

  @Test("§2 Names: `!Ref` to an API, function, key or VPC link that exists already is replaced by its ID or ARN")
  func existing() {
    let arn = "arn:aws:lambda:eu-west-1:123456789012:function:own"
    let spec = Contract(
      """
      functions: {Old: {arn: "\(arn)"}}
      vpcLinks: {Link: {vpcLinkId: abc123}}
      apis: {Shop: {restApiId: def456, rootResourceId: ghi789}}
      apiKeys: {Key: {apiKeyId: jkl012}}
      resources: {Topic: {Type: "AWS::SNS::Topic", Properties: {DisplayName: !Ref Shop}}}
      outputs:
        A: {Value: !Ref Old}
        B: {Value: !GetAtt Old.Arn}
        C: {Value: !Ref Link}
        D: {Value: !Sub "x ${Shop} ${Old.Arn}"}
        E: {Value: !Ref Key}
        F: {Value: !GetAtt Shop.RootResourceId}
      """)
    #expect(spec.errors == [])
    #expect(spec.property("Topic", "DisplayName") == "def456")
    let values = ["A", "B", "C", "D", "E", "F"].map { spec.template["Outputs", $0, "Value"] }
    #expect(values == [.string(arn), .string(arn), "abc123", .string("x def456 \(arn)"), "jkl012", "ghi789"])
  }

  @Test("§2 Names: `!Ref` to a function whose ARN is an intrinsic is replaced by that intrinsic")
  func existingIntrinsic() {
    let spec = Contract(
      method: "integration: Old",
      stack: """
        functions: {Old: {arn: !ImportValue old}}
        outputs: {A: {Value: !Ref Old}, B: {Value: !Sub "x ${Old}"}}
        """)
    #expect(spec.errors == [])
    #expect(spec.template["Outputs", "A", "Value"] == ["Fn::ImportValue": "old"])
    #expect(
      spec.template["Outputs", "B", "Value"] == ["Fn::Join": ["", ["x ", ["Fn::ImportValue": "old"]]]])
  }

  @Test("§2 Names: `!Ref` to an authorizer that exists already is replaced by its ID")
  func existingAuthorizer() {
    let spec = Contract(
      api: """
        authorizers: {Ask: {type: token, authorizerId: abc123, logicalId: Asked}}
        paths: {/: {GET: {authorizer: Ask}}}
        """, stack: "outputs: {Id: {Value: !Ref Asked}}")
    #expect(spec.errors == [])
    #expect(spec.template["Outputs", "Id", "Value"] == "abc123")
    #expect(spec.method()["AuthorizerId"] == "abc123")
    #expect(spec.ids(of: "ApiGateway::Authorizer") == [])
  }

  @Test("§2 Names: `!Ref` to an existing authorizer by its derived logical ID is replaced by its ID")
  func existingAuthorizerDerived() {
    let made = Contract(
      api: "authorizers: {Ask: {type: token, handler: Fn}}\npaths: {/: {GET: {authorizer: Ask}}}", stack: handler)
    let id = made.ids(of: "ApiGateway::Authorizer").first ?? ""
    let spec = Contract(
      api: "authorizers: {Ask: {type: token, authorizerId: abc123}}\npaths: {/: {GET: {authorizer: Ask}}}",
      stack: "outputs: {Id: {Value: !Ref \(id)}}")
    #expect(spec.errors == [])
    #expect(spec.template["Outputs", "Id", "Value"] == "abc123")
  }

  @Test("§2 Names: `stage` may be left out where the API has one")
  func onlyStage() {
    let plan = "usagePlans:\n  Plan: {apiStages: [{api: Shop}]}"
    let one = Contract(api: "stages: {live: {}}\npaths: {/: {GET: {}}}", stack: plan)
    #expect(one.errors == [])
    #expect(
      one.property("Plan", "ApiStages", "0", "Stage", "Ref")
        == one.ids(of: "ApiGateway::Stage").first.map { .string($0) })
  }

  @Test("§2 Names: `stage` may not be left out where the API has several")
  func severalStages() {
    let plan = "usagePlans:\n  Plan: {apiStages: [{api: Shop}]}"
    let two = Contract(api: "stages: {live: {}, test: {}}\npaths: {/: {GET: {apiKeyRequired: true}}}", stack: plan)
    #expect(two.errors.count == 1)
    #expect(two.errors.first?.hasPrefix("2:") == true)
  }

  @Test("§2 Names: the stage is the API's own too where the API is named by `!Ref`", arguments: ["", ", stage: live"])
  func stageByRef(_ stage: String) {
    let spec = Contract(
      api: "stages: {live: {}}\npaths: {/: {GET: {apiKeyRequired: true}}}",
      stack: "apiKeys: {Key: {}}\nusagePlans: {Plan: {apiKeys: [Key], apiStages: [{api: !Ref Shop\(stage)}]}}")
    #expect(spec.errors == [])
    let id = spec.ids(of: "ApiGateway::Stage").first ?? ""
    #expect(spec.property("Plan", "ApiStages") == [["ApiId": .ref("Shop"), "Stage": .ref(id)]])
  }

  @Test("§2 Names: `stage` may be left out in an API key's stages and a domain's mappings too")
  func onlyStageElsewhere() {
    let spec = Contract(
      api: "paths: {/: {GET: {}}}",
      stack: """
        apiKeys: {Key: {stages: [{api: Shop}]}}
        domainNames:
          D:
            domainName: example.com
            certificate: arn:aws:acm:eu-west-1:123456789012:certificate/a
            mappings: [{api: Shop}]
        """)
    let stage = spec.ids(of: "ApiGateway::Stage").first ?? ""
    #expect(spec.errors == [])
    #expect(spec.property("Key", "StageKeys") == [["RestApiId": .ref("Shop"), "StageName": .ref(stage)]])
    #expect(spec.only("ApiGateway::BasePathMapping")["Stage"] == .ref(stage))
  }
}
