import Spec

extension ReferencePage {
  static let all = [
    stack, functions, vpcLinks, apis, paths, integrations, authorizers, stages, bodies, keysAndPlans, domainNames,
  ]

  private static let stack = ReferencePage(
    file: "spec.md", title: "The spec", about: "The sections of a file.",
    sections: [
      ReferenceSection(
        "Sections", .table(TableDescription(Declarations.table)),
        effects: [
          "description": "the template's `Description`", "parameters": "the template's `Parameters`",
          "mappings": "the template's `Mappings`", "conditions": "the template's `Conditions`",
          "resources": "the template's `Resources`, beside the derived ones", "outputs": "the template's `Outputs`",
          "tags": "`Tags` of every derived resource that takes them",
        ])
    ])

  private static let functions = ReferencePage(
    file: "functions.md", title: "Functions", about: "Lambda functions: `functions.<name>`.",
    sections: [
      ReferenceSection(
        "A function", ReferenceSection.table(Function.self), becomes: "AWS::Lambda::Function",
        properties: [
          "ephemeralStorageSize": "EphemeralStorage.Size", "environment": "Environment.Variables",
          "tracing": "TracingConfig.Mode", "vpc": "VpcConfig",
        ],
        effects: [
          "arn": "no resource: the function exists", "skipPermissions": "no `AWS::Lambda::Permission`",
          "alias": "an `AWS::Lambda::Version` and an `AWS::Lambda::Alias`", "version": "an `AWS::Lambda::Version`",
        ]),
      ReferenceSection(
        "Code", ReferenceSection.table(CodeLocation.self), becomes: "AWS::Lambda::Function", in: "Code",
        properties: [
          "inline": "Code.ZipFile", "bucket": "Code.S3Bucket", "key": "Code.S3Key", "version": "Code.S3ObjectVersion",
          "image": "Code.ImageUri",
        ]),
      ReferenceSection(
        "VPC", ReferenceSection.table(VpcSettings.self), becomes: "AWS::Lambda::Function", in: "VpcConfig"),
    ])

  private static let vpcLinks = ReferencePage(
    file: "vpc-links.md", title: "VPC links", about: "Links to load balancers inside a VPC: `vpcLinks.<name>`.",
    sections: [
      ReferenceSection(
        "A VPC link", ReferenceSection.table(VpcLink.self), becomes: "AWS::ApiGateway::VpcLink",
        properties: ["targets": "TargetArns", "vpcLinkName": "Name"],
        effects: ["vpcLinkId": "no resource: the link exists"])
    ])

  private static let keysAndPlans = ReferencePage(
    file: "keys-and-plans.md", title: "API keys and usage plans",
    about: "Who may call how much: `apiKeys.<name>` and `usagePlans.<name>`.",
    sections: [
      ReferenceSection(
        "An API key", ReferenceSection.table(ApiKey.self), becomes: "AWS::ApiGateway::ApiKey",
        properties: ["apiKeyName": "Name", "stages": "StageKeys"],
        effects: ["apiKeyId": "no resource: the key exists"]),
      ReferenceSection(
        "A stage of an API", ReferenceSection.table(StageReference.self), becomes: "AWS::ApiGateway::ApiKey",
        in: "StageKeys", properties: ["api": "StageKeys.RestApiId", "stage": "StageKeys.StageName"]),
      ReferenceSection(
        "A usage plan", ReferenceSection.table(UsagePlan.self), becomes: "AWS::ApiGateway::UsagePlan",
        properties: ["name": "UsagePlanName"],
        effects: [
          "apiKeys": "an `AWS::ApiGateway::UsagePlanKey` each", "usagePlanId": "no resource: the plan exists",
        ]),
      ReferenceSection(
        "A throttle", ReferenceSection.table(Throttle.self), becomes: "AWS::ApiGateway::UsagePlan", in: "Throttle"),
      ReferenceSection(
        "A quota", ReferenceSection.table(Quota.self), becomes: "AWS::ApiGateway::UsagePlan", in: "Quota"),
      ReferenceSection(
        "A stage of a plan", ReferenceSection.table(PlanStage.self), becomes: "AWS::ApiGateway::UsagePlan",
        in: "ApiStages", properties: ["api": "ApiStages.ApiId"]),
      ReferenceSection(
        "A throttle of a method", ReferenceSection.table(MethodThrottle.self), becomes: "AWS::ApiGateway::UsagePlan",
        in: "ApiStages.Throttle",
        effects: ["path": "the entry's key, `<path>/<METHOD>`", "method": "the entry's key, `<path>/<METHOD>`"]),
    ])

  private static let domainNames = ReferencePage(
    file: "domain-names.md", title: "Domain names", about: "Custom domains: `domainNames.<name>`.",
    sections: [
      ReferenceSection(
        "A domain name", ReferenceSection.table(DomainName.self), becomes: "AWS::ApiGateway::DomainName",
        properties: ["endpointType": "EndpointConfiguration.Types", "mtls": "MutualTlsAuthentication"],
        effects: [
          "certificate": "`RegionalCertificateArn`, or `CertificateArn` for `EDGE`",
          "mappings": "an `AWS::ApiGateway::BasePathMapping` or an `AWS::ApiGatewayV2::ApiMapping` each",
          "existing": "no `AWS::ApiGateway::DomainName`",
        ]),
      ReferenceSection(
        "Mutual TLS", ReferenceSection.table(Truststore.self), becomes: "AWS::ApiGateway::DomainName",
        in: "MutualTlsAuthentication",
        properties: [
          "bucket": "MutualTlsAuthentication.TruststoreUri", "key": "MutualTlsAuthentication.TruststoreUri",
          "version": "MutualTlsAuthentication.TruststoreVersion",
        ]),
      ReferenceSection(
        "A mapping", ReferenceSection.table(DomainMapping.self), becomes: "AWS::ApiGateway::BasePathMapping",
        properties: ["api": "RestApiId"]),
    ])
}
