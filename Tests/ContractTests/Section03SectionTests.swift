import SpecBuilding
import Testing

struct Section03SectionTests {
  @Test("§3 Sections: `description` is the template's Description")
  func description() {
    #expect(Contract("description: A shop\napis: {Shop: {paths: {/: {GET: {}}}}}").template["Description"] == "A shop")
    #expect(Contract("apis: {Shop: {paths: {/: {GET: {}}}}}").template["Description"] == nil)
  }

  @Test("§3 Sections: `parameters`, `mappings` and `conditions` are written verbatim")
  func verbatim() {
    let spec = Contract(
      """
      parameters: {Size: {Type: Number, Default: 3, MinValue: 1}}
      mappings: {Map: {eu-west-1: {a: b}}}
      conditions: {Big: {"Fn::Equals": [!Ref Size, 5]}}
      apis: {Shop: {paths: {/: {GET: {}}}}}
      """)
    #expect(spec.errors == [])
    #expect(spec.template["Parameters"] == ["Size": ["Type": "Number", "Default": 3, "MinValue": 1]])
    #expect(spec.template["Mappings"] == ["Map": ["eu-west-1": ["a": "b"]]])
    #expect(spec.template["Conditions"] == ["Big": ["Fn::Equals": [.ref("Size"), 5]]])
  }

  @Test("§3 Sections: sections that are not written appear nowhere in the template")
  func absent() {
    let spec = Contract("apis: {Shop: {endpointOutput: false, paths: {/: {GET: {}}}}}")
    #expect(spec.template.names.filter { $0 != "AWSTemplateFormatVersion" } == ["Resources"])
  }

  @Test("§3 Sections: `resources` are raw resources, merged as they stand")
  func resources() {
    let spec = Contract(
      """
      apis: {Shop: {paths: {/: {GET: {}}}}}
      resources:
        Table:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Retain
          Metadata: {a: 1}
          DependsOn: [Shop]
          Properties: {BillingMode: PAY_PER_REQUEST, TableName: !Sub "${Shop}-items"}
      """)
    #expect(spec.errors == [])
    #expect(
      spec.resources["Table"]
        == [
          "Type": "AWS::DynamoDB::Table", "DeletionPolicy": "Retain", "Metadata": ["a": 1], "DependsOn": ["Shop"],
          "Properties": ["BillingMode": "PAY_PER_REQUEST", "TableName": .sub("${Shop}-items")],
        ])
  }

  @Test("§3 Sections: `outputs` are raw outputs; one of the same name replaces a derived one")
  func outputs() {
    let spec = Contract(
      "apis: {Shop: {paths: {/: {GET: {}}}}}\noutputs: {ShopEndpoint: {Value: own}, Other: {Value: !Ref Shop}}")
    #expect(spec.template["Outputs"] == ["ShopEndpoint": ["Value": "own"], "Other": ["Value": .ref("Shop")]])
    let both = Contract("apis: {Shop: {paths: {/: {GET: {}}}}}\noutputs: {Other: {Value: !Ref Shop}}")
    #expect(both.template["Outputs"]?.names == ["Other", "ShopEndpoint"])
  }

  @Test("§3 Sections: `tags` are put on every resource that takes tags, and on no other")
  func tags() {
    let spec = Contract(
      """
      tags: {team: shop}
      functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, alias: live}}
      vpcLinks: {Link: {targets: ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"]}}
      apis:
        Shop:
          cloudWatchRole: true
          models: {Item: {schema: {}}}
          authorizers: {Ask: {type: token, handler: Fn}}
          paths: {/items: {GET: {integration: Fn, authorizer: Ask}}}
      apiKeys: {Key: {}}
      usagePlans: {Plan: {apiKeys: [Key]}}
      domainNames:
        D:
          domainName: example.com
          certificate: arn:aws:acm:eu-west-1:123456789012:certificate/a
          mappings: [{api: Shop}]
      """)
    #expect(spec.errors == [])
    let tagged: Set<String> = [
      "AWS::Lambda::Function", "AWS::IAM::Role", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Stage",
      "AWS::ApiGateway::VpcLink", "AWS::ApiGateway::ApiKey", "AWS::ApiGateway::UsagePlan",
      "AWS::ApiGateway::DomainName",
    ]
    var seen: Set<String> = []
    for (id, resource) in spec.resources {
      let type = resource["Type"]?.string ?? ""
      let tags = resource["Properties", "Tags"]
      #expect(tags == (tagged.contains(type) ? [["Key": "team", "Value": "shop"]] : nil), "\(id)")
      seen.insert(type)
    }
    #expect(tagged.isSubset(of: seen))
    #expect(seen.count > tagged.count)
  }

  @Test("§3 Sections: keys that start with `x-` are ignored wherever a section or an API is")
  func extensions() {
    let spec = Contract(
      """
      x-top: {any: thing}
      \(handler)
      apis:
        x-shared: [1, 2]
        Shop: {x-own: 1, paths: {/: {GET: Fn}}}
      """)
    let without = Contract("\(handler)\napis: {Shop: {paths: {/: {GET: Fn}}}}")
    #expect(spec.errors == [])
    #expect(spec.building.json == without.building.json)
    #expect(Contract("y-top: {any: thing}\napis: {Shop: {paths: {/: {GET: {}}}}}").errors == ["1:1 SPEC101"])
    #expect(Contract(method: "x-own: 1").errors == ["8:11 SPEC101"])
  }
}
