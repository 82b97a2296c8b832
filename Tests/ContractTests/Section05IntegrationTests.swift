import SpecBuilding
import Testing

struct Section05IntegrationTests {
  /// The integration of a method whose keys are given.
  private func http(_ keys: String, stack: String = "") -> JSON {
    let spec = Contract(method: "integration: {type: http, url: \"https://example.com\", \(keys)}", stack: stack)
    #expect(spec.errors == [], "\(keys)")
    return spec.integration
  }

  @Test("§5 API: an integration needs its `type`")
  func type() {
    #expect(Contract(method: "integration: {url: \"https://example.com\"}").errors == ["8:11 SPEC102"])
    #expect(Contract(method: "integration: {type: htpp}").errors == ["8:31 INT201"])
  }

  @Test("§5 API: `cacheKeyParameters` and `cacheNamespace`, by default none")
  func cache() {
    let spec = Contract(
      method: """
        requestParameters: {method.request.querystring.page: false}
        integration:
          type: http
          url: https://example.com
          cacheKeyParameters: [method.request.querystring.page]
          cacheNamespace: items
        """)
    #expect(spec.errors == [])
    #expect(spec.integration["CacheKeyParameters"] == ["method.request.querystring.page"])
    #expect(spec.integration["CacheNamespace"] == "items")
  }

  @Test("§5 API: of the options that are not given none is emitted")
  func absent() {
    #expect(http("").names == ["IntegrationHttpMethod", "Type", "Uri"])
  }

  private let link =
    "vpcLinks: {Link: {targets: [\"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b\"]}}"

  @Test("§5 API: `connectionType` is `VPC_LINK` where `vpcLink` is given, else `INTERNET`, which is not emitted")
  func connectionType() {
    let linked = http("vpcLink: Link", stack: link)
    #expect(linked["ConnectionType"] == "VPC_LINK")
    #expect(linked["ConnectionId"] == .ref("Link"))
    #expect(http("")["ConnectionType"] == nil)
    #expect(http("connectionType: INTERNET")["ConnectionType"] == "INTERNET")
  }

  @Test("§5 API: `vpcLink` is required where `connectionType: VPC_LINK`")
  func vpcLinkRequired() {
    let spec = Contract(method: "integration: {type: http, url: \"https://example.com\", connectionType: VPC_LINK}")
    #expect(spec.errors.count == 1)
    #expect(spec.errors.first?.hasPrefix("8:") == true)
  }

  @Test("§5 API: `contentHandling` is `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`")
  func contentHandling() {
    for word in ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] {
      #expect(http("proxy: false, contentHandling: \(word)")["ContentHandling"] == .string(word))
    }
  }

  @Test("§5 API: `credentialsRole` is a role; it excludes `credentialsPassthrough`, which is false by default")
  func credentials() {
    #expect(http("")["Credentials"] == nil)
    #expect(http("credentialsPassthrough: false")["Credentials"] == nil)
    #expect(
      http("credentialsRole: \"arn:aws:iam::123456789012:role/a\"")["Credentials"] == "arn:aws:iam::123456789012:role/a"
    )
    let both = Contract(
      method:
        "authorizationType: AWS_IAM\nintegration: {type: http, url: \"https://example.com\", credentialsPassthrough: true, credentialsRole: \"arn:aws:iam::123456789012:role/a\"}"
    )
    #expect(both.errors.count == 1)
  }

  @Test("§5 API: `integrationResponses` have a status code, a pattern, parameters, templates and content handling")
  func responses() {
    let spec = Contract(
      method: """
        methodResponses: [{statusCode: 200}, {statusCode: 404, responseParameters: {method.response.header.A: true}}]
        integration:
          type: http
          url: https://example.com
          proxy: false
          integrationResponses:
            - statusCode: 200
            - statusCode: 404
              selectionPattern: "404"
              responseParameters: {method.response.header.A: "'b'"}
              responseTemplates: {application/json: "{}"}
              contentHandling: CONVERT_TO_TEXT
        """)
    #expect(spec.errors == [])
    #expect(
      spec.integration["IntegrationResponses"]
        == [
          ["StatusCode": "200"],
          [
            "StatusCode": "404", "SelectionPattern": "404",
            "ResponseParameters": ["method.response.header.A": "'b'"], "ResponseTemplates": ["application/json": "{}"],
            "ContentHandling": "CONVERT_TO_TEXT",
          ],
        ])
  }

  @Test("§5 API: `passthroughBehavior` has three words")
  func passthrough() {
    for word in ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"] {
      let given = http("proxy: false, passthroughBehavior: \(word), requestTemplates: {application/json: \"{}\"}")
      #expect(given["PassthroughBehavior"] == .string(word))
    }
  }

  @Test("§5 API: `requestParameters` and `requestTemplates` of an integration")
  func requests() {
    let spec = Contract(
      method: """
        requestParameters: {method.request.querystring.page: false}
        integration:
          type: http
          url: https://example.com
          proxy: false
          requestParameters: {integration.request.querystring.p: method.request.querystring.page}
          requestTemplates: {application/json: {a: 1}}
        """)
    #expect(spec.errors == [])
    #expect(
      spec.integration["RequestParameters"] == ["integration.request.querystring.p": "method.request.querystring.page"])
    #expect(spec.integration["RequestTemplates"] == ["application/json": #"{"a":1}"#])
  }

  @Test("§5 API: `timeout` is 50 ms to 29 s, longer where API Gateway allows it, and is not emitted by default")
  func timeout() {
    #expect(http("timeout: 50ms")["TimeoutInMillis"] == 50)
    #expect(http("timeout: 29s")["TimeoutInMillis"] == 29_000)
    let method = "integration: {type: http, url: \"https://example.com\", timeout: "
    #expect(Contract(method: method + "49ms}").errors.count == 1)
    let regional = Contract(method: method + "60s}", api: "endpointTypes: [REGIONAL]")
    #expect(regional.errors == [])
    #expect(regional.integration["TimeoutInMillis"] == 60_000)
    #expect(Contract(method: method + "60s}", api: "endpointTypes: [EDGE]").errors.count == 1)
  }

  @Test("§5 API: `responseTransferMode` is `BUFFERED` or `STREAM`, by default not emitted")
  func transferMode() {
    #expect(http("responseTransferMode: BUFFERED")["ResponseTransferMode"] == "BUFFERED")
    #expect(http("responseTransferMode: STREAM")["ResponseTransferMode"] == "STREAM")
  }

  @Test("§5 API: `mock` takes `response` with `statusCode`, and `headers` and `body` or not")
  func mock() {
    let spec = Contract(method: "integration: {type: mock, response: {statusCode: 204}}")
    #expect(spec.errors == [])
    #expect(
      spec.integration
        == [
          "Type": "MOCK", "RequestTemplates": ["application/json": #"{"statusCode":204}"#],
          "IntegrationResponses": [["StatusCode": "204"]],
        ])
    #expect(spec.method()["MethodResponses"] == [["StatusCode": "204"]])
  }

  @Test("§5 API: a mock's `response` excludes `requestTemplates` and `integrationResponses`")
  func mockExcludes() {
    let method = "integration: {type: mock, response: {statusCode: 200}, "
    #expect(Contract(method: method + "requestTemplates: {}}").errors.count == 1)
    #expect(Contract(method: method + "integrationResponses: []}").errors.count == 1)
    #expect(
      Contract(method: "integration: {type: http, url: \"https://a.b\", response: {statusCode: 200}}").errors.count == 1
    )
  }

  @Test("§5 API: `lambda` has `handler`, and `proxy`, `allowTestInvoke` and `scopePermissionToMethod`, all true")
  func lambda() {
    func lambda(_ keys: String) -> Contract {
      let responses = "methodResponses: [{statusCode: 200}]"
      return Contract(method: "integration: {type: lambda, handler: Fn\(keys)}\n\(responses)", stack: handler)
    }
    let plain = lambda("")
    #expect(plain.errors == [])
    #expect(plain.integration["Type"] == "AWS_PROXY")
    #expect(plain.sources.count == 2)
    #expect(
      plain.building.resources.count
        == lambda(", proxy: true, allowTestInvoke: true, scopePermissionToMethod: true").resources.count)
    #expect(lambda(", proxy: false, integrationResponses: [{statusCode: 200}]").integration["Type"] == "AWS")
    #expect(lambda(", allowTestInvoke: false").sources.count == 1)
    #expect(lambda(", scopePermissionToMethod: false").sources.allSatisfy { $0.hasSuffix("${Shop}/*/*/*") })
    #expect(Contract(method: "integration: {type: lambda}").errors == ["8:11 SPEC102"])
  }

  @Test("§5 API: `http` has `url`, `proxy` (true) and `httpMethod` (`GET`)")
  func httpKeys() {
    #expect(http("") == ["Type": "HTTP_PROXY", "IntegrationHttpMethod": "GET", "Uri": "https://example.com"])
    #expect(http("httpMethod: PUT")["IntegrationHttpMethod"] == "PUT")
    #expect(http("proxy: false")["Type"] == "HTTP")
    #expect(Contract(method: "integration: {type: http}").errors.count == 1)
  }

  @Test("§5 API: `url` may be left out where `vpcLink` names a link of this spec with one target by name")
  func linkedUrl() {
    let stack = """
      resources: {Nlb: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: {Type: network}}}
      vpcLinks: {Named: {targets: [Nlb]}, Literal: {targets: ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"]}}
      """
    let spec = Contract(method: "integration: {type: http, vpcLink: Named}", stack: stack)
    #expect(spec.errors == [])
    #expect(spec.integration["Uri"] == .sub("http://${Nlb.DNSName}"))
    #expect(Contract(method: "integration: {type: http, vpcLink: Literal}", stack: stack).errors.count == 1)
  }

  @Test("§5 API: `aws` has `service`, `action` or `path`, and more; `proxy` is false, `integrationHttpMethod` `POST`")
  func aws() {
    let role = ", credentialsRole: \"arn:aws:iam::123456789012:role/a\"}"
    let action = Contract(method: "integration: {type: aws, service: sns, action: Publish" + role)
    #expect(action.errors == [])
    #expect(action.integration["Type"] == "AWS")
    #expect(action.integration["IntegrationHttpMethod"] == "POST")
    let get = Contract(
      method: "integration: {type: aws, service: s3, path: bucket/key, integrationHttpMethod: GET" + role)
    #expect(get.integration["IntegrationHttpMethod"] == "GET")
    #expect(Contract(method: "integration: {type: aws, service: s3, path: a, action: b" + role).errors.count == 1)
    #expect(Contract(method: "integration: {type: aws, service: s3" + role).errors.count == 1)
    #expect(Contract(method: "integration: {type: aws, action: b" + role).errors.count == 1)
  }

  @Test("§5 API: `sageMaker` has `endpoint`")
  func sageMaker() {
    let spec = Contract(method: "integration: {type: sageMaker, endpoint: model}")
    #expect(spec.errors == [])
    #expect(spec.integration["Type"] == "AWS")
    #expect(
      spec.integration["Uri"]
        == .sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:runtime.sagemaker:path/endpoints/model/invocations"))
    #expect(Contract(method: "integration: {type: sageMaker}").errors == ["8:11 SPEC102"])
  }

  @Test("§5 API: `stepFunctions` has `stateMachine`, what of the request is handed on, and `useDefaultMethodResponses`")
  func stepFunctions() {
    let arn = "\"arn:aws:states:eu-west-1:123456789012:stateMachine:a\""
    let spec = Contract(
      method:
        "integration: {type: stepFunctions, stateMachine: \(arn), requestContext: {accountId: true}, querystring: false, path: false, headers: true, authorizer: true, useDefaultMethodResponses: true}"
    )
    #expect(spec.errors == [])
    #expect(spec.integration["Type"] == "AWS")
    #expect(Contract(method: "integration: {type: stepFunctions}").errors == ["8:11 SPEC102"])
  }
}
