import CloudFormation
import Document
import Foundation
import SpecBuilding
import Testing

/// When a deployment is a new one: after every change of what API Gateway takes a picture of, and after no other.
@Suite struct DeploymentTests {
  /// Edits of the rich spec: what is written, and what is written instead.
  static let changes: [(String, String)] = [
    ("apiKeySourceType: HEADER", "apiKeySourceType: AUTHORIZER"),
    ("binaryMediaTypes: [image/png]", "binaryMediaTypes: [image/gif]"),
    ("cloneFrom: abcdef1234", "cloneFrom: abcdef1235"),
    ("disableExecuteApiEndpoint: false", "disableExecuteApiEndpoint: true"),
    ("endpointAccessMode: BASIC", "endpointAccessMode: STRICT"),
    ("endpointTypes: [PRIVATE]", "endpointTypes: [!Ref Kind]"),
    ("ipAddressType: dualstack", "ipAddressType: !Ref Kind"),
    ("vpcEndpointIds: [vpce-0123456789abcdef0]", "vpcEndpointIds: !Ref Kind"),
    ("failOnWarnings: false", "failOnWarnings: true"), ("minCompressionSize: 1KiB", "minCompressionSize: 2KiB"),
    ("basepath: ignore", "basepath: prepend"), ("Action: execute-api:Invoke", "Action: \"execute-api:*\""),
    ("securityPolicy: TLS_1_2", "securityPolicy: TLS_1_0"), ("/items/{id}:", "/items/{key}:"),
    ("/items/{id}:", "/things/{id}:"),
    ("      /more: {}\n", "      /more: {}\n      /other: {}\n"), ("      /more: {}\n", ""),
    ("      /more: {}\n", "      /more: { logicalId: More }\n"),
    ("apiKeyRequired: true", "apiKeyRequired: false"), ("authorizationScopes: [read]", "authorizationScopes: [write]"),
    ("authorizer: Pool", "authorizer: Token"), ("authorizationType: AWS_IAM", "authorizationType: NONE"),
    (" POST:\n", " PATCH:\n"), ("operationName: add", "operationName: put"),
    ("requestModels: { application/json: Item }", "requestModels: { application/json: Empty }"),
    ("method.request.querystring.page: true", "method.request.querystring.page: false"),
    ("requestValidator: Body", "requestValidator: Other"), (" DELETE: {}\n", " PUT: {}\n"),
    ("cacheKeyParameters: [method.request.querystring.page]", "cacheKeyParameters: []"),
    ("cacheNamespace: one", "cacheNamespace: two"),
    ("vpcLink: Link", "vpcLink: Known"), ("vpcLink: Link\n", "connectionType: INTERNET\n"),
    ("type: mock, connectionType: INTERNET", "type: mock"),
    ("contentHandling: CONVERT_TO_TEXT # request", "contentHandling: CONVERT_TO_BINARY"),
    ("credentialsRole: arn:aws:iam::123456789012:role/a", "credentialsRole: arn:aws:iam::123456789012:role/b"),
    ("credentialsRole: arn:aws:iam::123456789012:role/a", "credentialsPassthrough: true"),
    ("httpMethod: PUT", "httpMethod: POST"),
    ("passthroughBehavior: NEVER", "passthroughBehavior: WHEN_NO_MATCH"),
    ("integration.request.header.X: \"'a'\"", "integration.request.header.X: \"'b'\""),
    ("{ statusCode: 200, a: 1 }", "{ statusCode: 200, a: 2 }"),
    ("responseTransferMode: BUFFERED", "responseTransferMode: STREAM"), ("timeout: 3s", "timeout: 4s"),
    ("type: http\n", "type: http\n            proxy: false\n"),
    ("url: https://example.com/a", "url: https://example.com/b"), ("handler: Fn }", "handler: Old }"),
    ("contentHandling: CONVERT_TO_BINARY # answer", "contentHandling: CONVERT_TO_TEXT"),
    ("method.response.header.A: \"'a'\"", "method.response.header.A: \"'b'\""),
    ("text/plain: answer", "text/plain: other"),
    ("selectionPattern: 5..", "selectionPattern: 4.."), ("- statusCode: 502 # integration", "- statusCode: 503"),
    ("responseModels: { application/json: Error }", "responseModels: { application/json: Empty }"),
    ("method.response.header.A: true", "method.response.header.A: false"),
    ("- statusCode: 502 # method", "- statusCode: 504"),
    ("contentType: application/json", "contentType: application/xml"),
    ("description: An item", "description: One item"),
    ("modelName: Thing", "modelName: Entry"), ("title: item", "title: entry"),
    ("requestValidatorName: body", "requestValidatorName: all"),
    ("validateRequestBody: true", "validateRequestBody: false"),
    ("validateRequestParameters: true", "validateRequestParameters: false"),
    ("authorizerName: token", "authorizerName: tokens"),
    ("assumeRole: arn:aws:iam::123456789012:role/a", "assumeRole: arn:aws:iam::123456789012:role/b"),
    ("resultsCacheTtl: 1m", "resultsCacheTtl: 2m"),
    ("identitySource: method.request.header.X", "identitySource: method.request.header.Y"),
    ("validationRegex: a+", "validationRegex: b+"), ("handler: Old, assumeRole", "handler: Fn, assumeRole"),
    (
      "userPools: [\"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/a\"]",
      "userPools: [\"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/b\"]"
    ),
    (
      "Request: { type: request, handler: Old }",
      "Request: { type: request, handler: Old, identitySources: [{ header: A }] }"
    ),
    ("Request: { type: request,", "Request: { type: token,"),
    ("DEFAULT_4XX:", "DEFAULT_5XX:"), ("responseHeaders: { A: \"'a'\" }", "responseHeaders: { A: \"'b'\" }"),
    ("templates: { text/plain: no }", "templates: { text/plain: never }"), ("statusCode: 418", "statusCode: 419"),
    ("Description: raw model", "Description: raw models"), ("inline: \"x = 1\"", "inline: \"x = 2\""),
    (
      "response: { statusCode: 200, headers: { A: a }, body: b }",
      "response: { statusCode: 201, headers: { A: a }, body: b }"
    ),
    (
      "response: { statusCode: 200, headers: { A: a }, body: b }",
      "response: { statusCode: 200, headers: { A: b }, body: b }"
    ),
    (
      "response: { statusCode: 200, headers: { A: a }, body: b }",
      "response: { statusCode: 200, headers: { A: a }, body: c }"
    ),
    ("service: sqs", "service: sns"), ("path: 123456789012/q", "path: 123456789012/r"),
    ("region: eu-west-1", "region: eu-west-2"),
    ("logicalId: Fixed", "logicalId: Bound"),
  ]

  @Test("a change of what is deployed makes a new deployment", arguments: changes)
  func newDeployment(old: String, new: String) throws {
    let (before, after) = try Self.edited(old, new)
    #expect(before.deployments.count == 1 && after.deployments.count == 1)
    #expect(before.deployments != after.deployments)
  }

  /// What has effect without a deployment, and why.
  static let freeChanges: [(String, String, reason: String)] = [
    ("restApiName: shop", "restApiName: market", "the API's name is for people"),
    ("description: the shop", "description: a shop", "a description"),
    ("tags: { team: a }", "tags: { team: b }", "the API's tags"),
    ("tags: { all: a }", "tags: { all: b }", "the stack's tags"),
    ("variables: { a: 1 }", "variables: { a: 2 }", "stages read their variables when they are called"),
    ("loggingLevel: INFO", "loggingLevel: ERROR", "a setting of the stage"),
    ("description: the stage", "description: stage", "a description"),
    ("tags: { stage: a }", "tags: { stage: b }", "the stage's tags"),
    ("      prod:\n", "      test: {}\n      prod:\n", "stages share the deployment"),
    ("      prod:\n", "      live:\n", "a stage's name is no part of the API"),
    ("timeout: 10s", "timeout: 11s", "the function's own settings"),
    ("code: ./handler", "code: ./other", "functions are called, not deployed"),
    ("environment: { A: a }", "environment: { A: b }", "the function's own settings"),
    ("allowTestInvoke: true", "allowTestInvoke: false", "a permission"),
    ("scopePermissionToMethod: true", "scopePermissionToMethod: false", "a permission"),
    ("skipPermissions: false", "skipPermissions: true", "a permission"),
    ("endpointOutput: true", "endpointOutput: false", "an output"),
    ("endpointExportName: shop-url", "endpointExportName: shop-address", "an output"),
    ("Value: out", "Value: in", "an output"),
    ("description: stack", "description: a stack", "the template's description"),
    ("cloudWatchRole: false", "cloudWatchRole: true", "a setting of the account"),
    ("retainDeployments: false", "retainDeployments: true", "what becomes of old deployments"),
    ("QueueName: a", "QueueName: b", "a raw resource of another type"),
    ("description: the link", "description: a link", "the link is called, not deployed"),
    ("Description: not ours", "Description: still not ours", "a part of another API"),
    ("Default: x", "Default: y", "a parameter's value is known to CloudFormation alone"),
    (
      "      GET: { integration: { type: mock } }\n", "      PUT: { integration: { type: mock } }\n",
      "a method of another API"
    ),
  ]

  @Test("a change of anything else keeps the deployment", arguments: freeChanges)
  func sameDeployment(old: String, new: String, reason: String) throws {
    let (before, after) = try Self.edited(old, new)
    #expect(before.deployments == after.deployments, "\(reason)")
    #expect(before.json != after.json, "the edit changes the template")
  }

  /// Properties that cannot differ between two builds of a spec's API, and why.
  static let fixed: [String: String] = [
    "RestApi.name": "no deployment: a name", "RestApi.description": "no deployment: a description",
    "RestApi.tags": "no deployment: tags",
    "PathResource.restApiId": "the API itself", "Method.restApiId": "the API itself",
    "Model.restApiId": "the API itself",
    "RequestValidator.restApiId": "the API itself", "Authorizer.restApiId": "the API itself",
    "GatewayResponse.restApiId": "the API itself",
  ]

  /// Properties of APIs by a definition, which `newDeploymentOfDefinition` changes.
  static let definitions: Set<String> = ["RestApi.body", "RestApi.bodyS3Location", "RestApi.mode"]

  /// Properties that no spec leads to.
  static let unset: Set<String> = [
    "Integration.integrationTarget", "Authorizer.authType",
  ]

  @Test func everyPropertyThatIsDeployedIsChangedOnce() throws {
    var changed: Set<String> = []
    for (old, new) in Self.changes {
      let (before, after) = try Self.edited(old, new)
      changed.formUnion(Properties(before).changes(to: Properties(after)))
    }
    let all = Properties(Building(Self.rich))
    let expected = all.names.subtracting(Self.fixed.keys).subtracting(Self.unset).subtracting(Self.definitions)
    #expect(expected.subtracting(changed) == [], "each of these needs an edit")
    #expect(all.names.count > 40 && all.set.isDisjoint(with: Self.unset))
    #expect(all.set.isSuperset(of: expected), "the rich spec sets all of them")
  }

  @Test(
    "a change of a definition makes a new deployment",
    arguments: [
      ("{ bucket: a, key: b }", "{ bucket: a, key: c }"),
      ("{ bucket: a, key: b }", "{ bucket: a, key: b, version: c }"),
      ("./api.yaml", "{ openapi: 3.0.1 }"), ("{ openapi: 3.0.1 }", "{ openapi: 3.0.2 }"),
      ("./api.yaml", "./api.yaml\n    mode: merge"),
    ])
  func newDeploymentOfDefinition(old: String, new: String) {
    func deployments(_ definition: String) -> [String] {
      Building("apis:\n  Shop:\n    definition: \(definition)\n").deployments
    }
    #expect(deployments(old).count == 1 && deployments(new).count == 1)
    #expect(deployments(old) != deployments(new))
  }

  @Test func theContentOfFilesCounts() {
    let spec = """
      functions: { list: { runtime: python3.13, handler: a.b, code: ./handler, version: true } }
      apis: { Shop: { definition: ./api.yaml } }
      """
    let (before, same) = (
      Building(spec, files: SameText("openapi: 3.0.1")), Building(spec, files: SameText("openapi: 3.0.1"))
    )
    let after = Building(spec, files: SameText("openapi: 3.0.2"))
    #expect(before.deployments == same.deployments && before.deployments != after.deployments)
    let versions = [before, same, after].map { $0.ids(of: "AWS::Lambda::Version") }
    #expect(versions[0].count == 1 && versions[0] == versions[1] && versions[0] != versions[2])
    let elsewhere = Building(spec, files: SameText("openapi: 3.0.1"), localPathPrefix: "../spec/")
    #expect(elsewhere.ids == before.ids && elsewhere.json != before.json, "the output's folder changes no name")
  }

  @Test func rawPartsOfTheAPIBelongToItsDeployment() throws {
    let building = Building(Self.rich)
    let deployment = try #require(building.deployments.first)
    let dependencies = building.resources[deployment]?["DependsOn"] as? [String] ?? []
    #expect(
      dependencies.contains("RawModel") && !dependencies.contains("ForeignModel") && !dependencies.contains("Queue"))
    for type in ["Method", "Resource", "Model", "RequestValidator", "Authorizer", "GatewayResponse"] {
      let own = building.ids(of: "AWS::ApiGateway::\(type)").filter {
        building.property($0, "RestApiId") == #"{"Ref":"Shop"}"#
      }
      #expect(!own.isEmpty && Set(own).isSubset(of: dependencies), "\(type)")
    }
    #expect(Set(dependencies).count == dependencies.count && !dependencies.contains("Shop"))
  }

  private static func edited(_ old: String, _ new: String) throws -> (Building, Building) {
    try #require(rich.components(separatedBy: old).count == 2, "'\(old)' occurs once")
    let (before, after) = (Building(rich), Building(rich.replacing(old, with: new)))
    try #require(!before.report.hasErrors, "\(before.findings)")
    try #require(!after.report.hasErrors, "\(after.findings)")
    return (before, after)
  }

  /// A spec in which every property that a deployment freezes is stated.
  static let rich = """
    description: stack
    tags: { all: a }
    parameters:
      Kind: { Type: String, Default: x }
    functions:
      Fn: { runtime: python3.13, handler: index.handler, code: ./handler, timeout: 10s, environment: { A: a } }
      Old: { arn: "arn:aws:lambda:eu-west-1:123456789012:function:f", skipPermissions: false }
      Live: { runtime: python3.13, handler: index.handler, code: { inline: "x = 1" }, version: true }
    vpcLinks:
      Link: { targets: ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"], description: the link }
      Known: { vpcLinkId: known1x }
    apis:
      Shop:
        restApiName: shop
        description: the shop
        apiKeySourceType: HEADER
        binaryMediaTypes: [image/png]
        cloneFrom: abcdef1234
        disableExecuteApiEndpoint: false
        endpointAccessMode: BASIC
        endpointTypes: [PRIVATE]
        ipAddressType: dualstack
        vpcEndpointIds: [vpce-0123456789abcdef0]
        failOnWarnings: false
        minCompressionSize: 1KiB
        parameters: { basepath: ignore }
        policy: { Version: 2012-10-17, Statement: [{ Effect: Allow, Principal: "*", Action: execute-api:Invoke, Resource: execute-api:/* }] }
        securityPolicy: TLS_1_2
        tags: { team: a }
        endpointOutput: true
        endpointExportName: shop-url
        cloudWatchRole: false
        retainDeployments: false
        authorizers:
          Token: { type: token, authorizerName: token, handler: Old, assumeRole: arn:aws:iam::123456789012:role/a, resultsCacheTtl: 1m, identitySource: method.request.header.X, validationRegex: a+ }
          Pool: { type: cognito, userPools: ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/a"] }
          Request: { type: request, handler: Old }
        models:
          Item: { contentType: application/json, description: An item, modelName: Thing, schema: { type: object, title: item } }
        requestValidators:
          Body: { requestValidatorName: body, validateRequestBody: true }
          Other: { validateRequestParameters: true }
        gatewayResponses:
          DEFAULT_4XX: { responseHeaders: { A: "'a'" }, templates: { text/plain: no }, statusCode: 418 }
        stages:
          prod:
            description: the stage
            variables: { a: 1 }
            loggingLevel: INFO
            tags: { stage: a }
        paths:
          /more: {}
          /items/{id}:
            GET:
              authorizer: Pool
              authorizationScopes: [read]
              apiKeyRequired: true
              requestParameters: { method.request.querystring.page: true }
              integration:
                type: http
                url: https://example.com/a
                httpMethod: PUT
                vpcLink: Link
                cacheKeyParameters: [method.request.querystring.page]
                cacheNamespace: one
                contentHandling: CONVERT_TO_TEXT # request
                credentialsRole: arn:aws:iam::123456789012:role/a
                passthroughBehavior: NEVER
                requestParameters: { integration.request.header.X: "'a'" }
                requestTemplates: { application/json: { statusCode: 200, a: 1 } }
                responseTransferMode: BUFFERED
                timeout: 3s
                integrationResponses:
                  - statusCode: 502 # integration
                    selectionPattern: 5..
                    contentHandling: CONVERT_TO_BINARY # answer
                    responseParameters: { method.response.header.A: "'a'" }
                    responseTemplates: { text/plain: answer }
              methodResponses:
                - statusCode: 502 # method
                  responseModels: { application/json: Error }
                  responseParameters: { method.response.header.A: true }
            POST:
              operationName: add
              requestModels: { application/json: Item }
              requestValidator: Body
              authorizationType: AWS_IAM
              integration: { type: lambda, allowTestInvoke: true, scopePermissionToMethod: true, handler: Fn }
            DELETE: {}
          /live: { GET: Live }
          /fixed: { GET: { logicalId: Fixed, integration: { type: mock, response: { statusCode: 200, headers: { A: a }, body: b } } } }
          /queue: { GET: { integration: { type: aws, service: sqs, path: 123456789012/q, region: eu-west-1 } } }
          /known/below: { GET: { integration: { type: mock, connectionType: INTERNET } } }
      Plain:
        paths:
          /:
            GET: { integration: { type: mock } }
        stages: {}
      There:
        restApiId: there1
        paths: { /known: { resourceId: known1 }, /known/x: { GET: {} } }
        rootResourceId: root1
    resources:
      Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: a } }
      RawModel: { Type: AWS::ApiGateway::Model, Properties: { RestApiId: !Ref Shop, ContentType: a/b, Description: raw model } }
      ForeignModel: { Type: AWS::ApiGateway::Model, Properties: { RestApiId: !Ref Plain, ContentType: a/b, Description: not ours } }
    outputs:
      Out: { Value: out }

    """
}

/// The properties of the resources that a deployment takes a picture of, by the types of this program.
private struct Properties {
  /// `Method.httpMethod` and so on: all that the types have.
  let names: Set<String>
  /// Those that some resource sets.
  private(set) var set: Set<String> = []
  /// What they are, by resource.
  private var values: [String: String] = [:]

  /// One of each type, by CloudFormation's name for it or for the property that it stands under.
  private static let types: [String: any Sendable] = [
    "AWS::ApiGateway::RestApi": RestApi(),
    "AWS::ApiGateway::Resource": PathResource(parentId: .existing(""), pathPart: "", restApiId: .existing("")),
    "AWS::ApiGateway::Method": CloudFormation.Method(
      httpMethod: "", resourceId: .existing(""), restApiId: .existing("")),
    "AWS::ApiGateway::Model": CloudFormation.Model(restApiId: .existing("")),
    "AWS::ApiGateway::RequestValidator": CloudFormation.RequestValidator(restApiId: .existing("")),
    "AWS::ApiGateway::Authorizer": CloudFormation.Authorizer(name: "", restApiId: .existing(""), type: ""),
    "AWS::ApiGateway::GatewayResponse": CloudFormation.GatewayResponse(responseType: "", restApiId: .existing("")),
    "Integration": CloudFormation.Integration(type: ""),
    "IntegrationResponses": CloudFormation.IntegrationResponse(statusCode: ""),
    "MethodResponses": CloudFormation.MethodResponse(statusCode: ""),
    "EndpointConfiguration": EndpointConfiguration(),
  ]

  init(_ building: Building) {
    names = Set(Self.types.values.flatMap { type in Self.labels(of: type).map { Self.name($0, of: type) } })
    guard case .object(let resources)? = JSON(text: building.json)["Resources"] else { return }
    for (id, resource) in resources {
      guard let type = resource["Type"]?.string, let example = Self.types[type] else { continue }
      add(resource["Properties"] ?? .null, of: example, at: id)
    }
  }

  private static func labels(of type: Any) -> [String] { Mirror(reflecting: type).children.compactMap(\.label) }

  private static func name(_ label: String, of type: Any) -> String { "\(Swift.type(of: type)).\(label)" }

  private mutating func add(_ properties: JSON, of type: Any, at place: String) {
    for label in Self.labels(of: type) {
      let key = label.prefix(1).uppercased() + label.dropFirst()
      guard let value = properties[key] else { continue }
      let name = Self.name(label, of: type)
      set.insert(name)
      values["\(place) \(name)"] = "\(value)"
      guard let part = Self.types[key] else { continue }
      for (index, inner) in (value.items.isEmpty ? [value] : value.items).enumerated() {
        add(inner, of: part, at: "\(place) \(label) \(index)")
      }
    }
  }

  /// The properties that differ, set in one and not in the other included.
  func changes(to other: Properties) -> Set<String> {
    let places = Set(values.keys).union(other.values.keys)
    return Set(
      places.filter { values[$0] != other.values[$0] }.compactMap { $0.split(separator: " ").last.map(String.init) })
  }
}

/// Every file holds one text, and every folder one file.
private struct SameText: FileReader {
  let text: String

  init(_ text: String) { self.text = text }

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> { .success(Array(text.utf8)) }
  func check(_ path: String, from file: String) -> Result<Void, FileError> { .success(()) }
  func list(_ path: String, from file: String) -> Result<[String], FileError> { .success([""]) }
  func name(of path: String, from file: String) -> String { path }
}
