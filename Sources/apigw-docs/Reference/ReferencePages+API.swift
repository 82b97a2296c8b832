import Spec

extension ReferencePage {
  static let apis = ReferencePage(
    file: "apis.md", title: "APIs", about: "REST APIs: `apis.<name>`.",
    sections: [
      ReferenceSection(
        "An API", ReferenceSection.table(API.self), becomes: "AWS::ApiGateway::RestApi",
        properties: [
          "restApiName": "Name", "endpointTypes": "EndpointConfiguration.Types",
          "vpcEndpointIds": "EndpointConfiguration.VpcEndpointIds",
          "ipAddressType": "EndpointConfiguration.IpAddressType", "minCompressionSize": "MinimumCompressionSize",
        ],
        effects: [
          "cloudWatchRole": "an `AWS::IAM::Role` and an `AWS::ApiGateway::Account`",
          "cloudWatchRoleRemovalPolicy": "`DeletionPolicy` and `UpdateReplacePolicy` of both",
          "endpointOutput": "the output `<Api>Endpoint`", "endpointExportName": "`Export` of that output",
          "deploy": "an `AWS::ApiGateway::Deployment` and the stages",
          "retainDeployments": "`DeletionPolicy` and `UpdateReplacePolicy` of the deployment",
          "restApiId": "no resource: the API exists", "rootResourceId": "`ParentId` of the first paths",
          "authorizers": "an `AWS::ApiGateway::Authorizer` each", "models": "an `AWS::ApiGateway::Model` each",
          "requestValidators": "an `AWS::ApiGateway::RequestValidator` each",
          "gatewayResponses": "an `AWS::ApiGateway::GatewayResponse` each",
          "stages": "an `AWS::ApiGateway::Stage` each",
          "paths": "an `AWS::ApiGateway::Resource` each", "defaultIntegration": "`Integration` of the methods below",
          "defaultMethodOptions": "properties of the methods below",
          "defaultCorsPreflightOptions": "an `OPTIONS` method of each path below",
          "cors": "an `OPTIONS` method of each path, headers of responses, two gateway responses",
          "definition": "`Body`, or `BodyS3Location`",
        ]),
      ReferenceSection(
        "A definition in S3", ReferenceSection.table(DefinitionObject.self), becomes: "AWS::ApiGateway::RestApi",
        in: "BodyS3Location"),
      ReferenceSection(
        "CORS options", ReferenceSection.table(CORSOptions.self),
        effects: preflightHeaders),
    ])

  private static let preflightHeaders = [
    "allowOrigins": "`Access-Control-Allow-Origin`, and `Vary: Origin` unless it is `*`",
    "allowMethods": "`Access-Control-Allow-Methods`", "allowHeaders": "`Access-Control-Allow-Headers`",
    "allowCredentials": "`Access-Control-Allow-Credentials`", "maxAge": "`Access-Control-Max-Age` in seconds",
    "disableCache": "`Access-Control-Max-Age: -1`", "exposeHeaders": "`Access-Control-Expose-Headers`",
    "statusCode": "`StatusCode` of the preflight's responses",
  ]

  static let paths = ReferencePage(
    file: "paths-and-methods.md", title: "Paths and methods",
    about: "What an API answers: `apis.<name>.paths.<path>`, and there the methods.",
    sections: [
      ReferenceSection(
        "A path", ReferenceSection.table(PathItem.self), becomes: "AWS::ApiGateway::Resource",
        effects: [
          "resourceId": "no resource: it exists", "defaultIntegration": "`Integration` of the methods below",
          "defaultMethodOptions": "properties of the methods below",
          "defaultCorsPreflightOptions": "an `OPTIONS` method here and of each path below",
          "corsPreflight": "an `OPTIONS` method", "GET": "an `AWS::ApiGateway::Method` each",
        ]),
      ReferenceSection(
        "A path's preflight", ReferenceSection.table(Preflight.self), becomes: "AWS::ApiGateway::Method",
        effects: preflightHeaders),
      ReferenceSection(
        "A method", ReferenceSection.table(Method.self), becomes: "AWS::ApiGateway::Method", properties: methodOptions,
        effects: ownValidator),
      ReferenceSection(
        "Method options", ReferenceSection.table(MethodOptions.self), becomes: "AWS::ApiGateway::Method",
        properties: methodOptions, effects: ownValidator),
      ReferenceSection(
        "A method response", ReferenceSection.table(MethodResponse.self), becomes: "AWS::ApiGateway::Method",
        in: "MethodResponses"),
    ])

  private static let methodOptions = ["authorizer": "AuthorizerId", "requestValidator": "RequestValidatorId"]
  private static let ownValidator = ["requestValidatorOptions": "an `AWS::ApiGateway::RequestValidator` of its own"]

  static let authorizers = ReferencePage(
    file: "authorizers.md", title: "Authorizers", about: "Who may call: `apis.<name>.authorizers.<name>`.",
    sections: [
      ReferenceSection(
        "An authorizer", ReferenceSection.union(Kind<Authorizer>.authorizer), becomes: "AWS::ApiGateway::Authorizer",
        properties: [
          "authorizerName": "Name", "resultsCacheTtl": "AuthorizerResultTtlInSeconds",
          "request.handler": "AuthorizerUri", "request.identitySources": "IdentitySource",
          "request.assumeRole": "AuthorizerCredentials", "token.handler": "AuthorizerUri",
          "token.validationRegex": "IdentityValidationExpression", "token.assumeRole": "AuthorizerCredentials",
          "cognito.userPools": "ProviderARNs",
        ], effects: ["authorizerId": "no resource: the authorizer exists"]),
      ReferenceSection(
        "An identity source", ReferenceSection.table(TypedIdentitySource.self),
        effects: [
          "header": "`method.request.header.NAME`", "queryString": "`method.request.querystring.NAME`",
          "stageVariable": "`stageVariables.NAME`", "context": "`context.NAME`",
        ]),
    ])

  static let stages = ReferencePage(
    file: "stages.md", title: "Stages", about: "How an API is run: `apis.<name>.stages.<name>`.",
    sections: [
      ReferenceSection(
        "A stage", ReferenceSection.table(Stage.self), becomes: "AWS::ApiGateway::Stage",
        properties: [
          "accessLogDestination": "AccessLogSetting.DestinationArn", "accessLogFormat": "AccessLogSetting.Format",
          "canary": "CanarySetting", "methodOptions": "MethodSettings", "cacheTtl": "MethodSettings.CacheTtlInSeconds",
        ].merging(settings) { own, _ in own }),
      ReferenceSection(
        "Method settings", ReferenceSection.table(MethodSettings.self), becomes: "AWS::ApiGateway::Stage",
        in: "MethodSettings", properties: ["cacheTtl": "MethodSettings.CacheTtlInSeconds"]),
      ReferenceSection(
        "A canary", ReferenceSection.table(Canary.self), becomes: "AWS::ApiGateway::Stage", in: "CanarySetting"),
    ])

  /// The settings of all methods stand among the stage's own keys.
  private static let settings = Dictionary(
    uniqueKeysWithValues: TableDescription(MethodSettings.table).rows.map { row in
      (row.name, "MethodSettings.\(row.name.prefix(1).uppercased())\(row.name.dropFirst())")
    })

  static let bodies = ReferencePage(
    file: "bodies.md", title: "Models, request validators and gateway responses",
    about: "What bodies look like: `models.<name>`, `requestValidators.<name>`, `gatewayResponses.<TYPE>` of an API.",
    sections: [
      ReferenceSection(
        "A model", ReferenceSection.table(Model.self), becomes: "AWS::ApiGateway::Model",
        properties: ["modelName": "Name"]),
      ReferenceSection(
        "A request validator", ReferenceSection.table(RequestValidator.self),
        becomes: "AWS::ApiGateway::RequestValidator", properties: ["requestValidatorName": "Name"]),
      ReferenceSection(
        "A gateway response", ReferenceSection.table(GatewayResponse.self),
        becomes: "AWS::ApiGateway::GatewayResponse",
        properties: ["responseHeaders": "ResponseParameters", "templates": "ResponseTemplates"]),
    ])
}
