@testable import CloudFormation

extension Template {
  /// The template as text; for tests, which compare the whole.
  func text(as format: TemplateFormat) -> String {
    var bytes: [UInt8] = []
    write(as: format) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One template with most kinds of values.
  static var shop: Template {
    let api = Reference<RestApi>.resource(LogicalID(.itself, of: "Shop"))
    let stage = LogicalID(.stage("prod"), of: "Shop")
    return Template(
      description: "a shop: \u{fc}ber \"alles\"",
      parameters: [Member("Env", ["Type": "String", "Default": "no"])],
      resources: [
        TemplateResource(LogicalID(.itself, of: "Shop"), RestApi(name: "Shop", tags: [])),
        TemplateResource(
          LogicalID(.method(path: [], verb: "ANY"), of: "Shop"),
          Method(
            httpMethod: "ANY", resourceId: .existing(api.attribute("RootResourceId")), restApiId: api,
            apiKeyRequired: false, authorizationType: "NONE",
            integration: Integration(
              type: "MOCK", integrationResponses: [IntegrationResponse(statusCode: "200")],
              requestTemplates: [Member("application/json", "{\"statusCode\":200}")], timeoutInMillis: 50),
            requestModels: []),
          dependsOn: [stage], deletionPolicy: "Retain", updateReplacePolicy: "Delete"),
        TemplateResource(
          LogicalID(.testPermission(path: [], verb: "ANY"), of: "Shop"),
          Permission(
            functionName: WrittenValue(.getAtt(LogicalID(.itself, of: "Fn"), "Arn")),
            source: .method(
              PermissionScope(api: api, stage: .stage(.resource(stage))), verb: "ANY", path: ["a", "{id}", "{p+}"]))),
        TemplateResource(
          LogicalID(given: "Raw"),
          raw: [
            "Type": "AWS::S3::Bucket",
            "Properties": [
              "BucketName": .function("Fn::ImportValue", .sub([.text("${x}-"), .pseudo("AWS::Region")])),
              "Code": "line 1\n  line 2\n", "Empty": [:], "List": [[1, [true, .null]], [], .number("1e5")],
            ],
          ]),
      ],
      outputs: [Member("ShopEndpoint", ["Value": .ref(LogicalID(.itself, of: "Shop"))])])
  }
}
