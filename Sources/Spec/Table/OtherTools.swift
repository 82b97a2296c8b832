/// What people who come from the CDK, from SAM or from CloudFormation write, and what stands for it here.
///
/// Only for keys that a record does not have, and for what is too far from its own keys to be taken for one misspelt.
enum OtherTools {
  /// - Parameters:
  ///   - key: as it is written.
  ///   - record: what the mapping is called in messages.
  /// - Returns: what to do; nil where the key is nobody's.
  static func advice(on key: String, in record: String) -> String? {
    let word = key.lowercased()
    return switch record {
    case "the spec": spec[word]
    case "an API": api[word]
    case "a function": function[word]
    case "a function's 'code'": word == "fromasset" ? "write the path itself: 'code: ./folder'" : nil
    case "a method": method[word]
    case "a domain name": word.hasPrefix("basepathmapping") ? "list the APIs under 'mappings'" : nil
    default: word == "options" ? "what the CDK has in 'options' stands here, beside 'type'" : nil
    }
  }

  private static let spec = [
    "transform": "a spec is no template: functions stand under 'functions' and APIs under 'apis'",
    "globals": "APIs have 'defaultIntegration' and 'defaultMethodOptions'; what functions share is a YAML anchor",
    "awstemplateformatversion":
      "a spec is no template: other resources stand under 'resources', in CloudFormation's words",
    "authorizers": "authorizers stand in their API: 'apis', its name, 'authorizers'",
    "models": "models stand in their API: 'apis', its name, 'models'",
    "requestvalidators": "validators stand in their API: 'apis', its name, 'requestValidators'",
    "stages": "stages stand in their API: 'apis', its name, 'stages'",
    "paths": "paths stand in an API: 'apis', its name, 'paths'",
  ]

  private static let api = [
    "root": "list whole paths under 'paths': '/orders/{id}'",
    "name": "its name is its key; 'restApiName' is what the console shows",
    "deployoptions": "stages and their settings stand under 'stages'",
    "stagename": "stages and their settings stand under 'stages'",
    "endpointconfiguration": "write 'endpointTypes' and 'vpcEndpointIds'",
    "endpointexport": "write 'endpointExportName'",
    "auth": "authorizers stand under 'authorizers'; 'defaultMethodOptions' says which one all methods have",
    "usageplan": "usage plans stand under 'usagePlans', at the top of the spec",
    "domainname": "domain names stand under 'domainNames', at the top of the spec",
    "definitionbody": "an OpenAPI document is 'definition'",
    "definitionuri": "an OpenAPI document is 'definition'",
    "methods": "methods stand under their path: 'paths', '/orders', 'GET'",
    "resources": "list whole paths under 'paths': '/orders/{id}'",
    "apikeyrequired": "write it in 'defaultMethodOptions', or in a method",
    "authorizationtype": "write it in 'defaultMethodOptions', or in a method",
    "authorizer": "write it in 'defaultMethodOptions', or in a method",
    "tracingenabled": "it is a stage's: write it in one of 'stages'",
  ]

  private static let function = [
    "codeuri": "write 'code'", "entry": "write 'code', a folder, and 'handler', a function of a file in it",
    "events": "a path names its function: 'apis', an API's name, 'paths', '/orders', 'GET'",
    "policies": "write 'role': a role of yours under 'resources', or its ARN",
    "initialpolicy": "write 'role': a role of yours under 'resources', or its ARN",
    "memory": "write 'memorySize'", "env": "write 'environment'", "variables": "write 'environment'",
    "autopublishalias": "write 'alias'", "vpcconfig": "write 'vpc'", "inlinecode": "write 'code: {inline: ...}'",
    "packagetype": "write 'code: {image: ...}'", "imageuri": "write 'code: {image: ...}'",
  ]

  private static let method = [
    "apikey": "write 'apiKeyRequired'", "auth": "write 'authorizer' or 'authorizationType'",
    "handler": "write 'integration', and in it the function's name",
    "function": "write 'integration', and in it the function's name",
    "lambda": "write 'integration', and in it the function's name",
    "security": "write 'authorizer' or 'authorizationType'", "scopes": "write 'authorizationScopes'",
    "cors": "write it on the path, beside its methods, or on the API", "parameters": "write 'requestParameters'",
    "responses": "write 'methodResponses'", "operationid": "write 'operationName'",
  ]

  /// What to write for a value that is a piece of a program of the CDK's.
  ///
  /// - Parameter wanted: what is wanted there, in words.
  static func advice(onValue value: String, among wanted: String) -> String? {
    guard value.utf8.count <= CDKCode.mostBytes, CDKCode.mayBe(value) else { return nil }
    return member(value, among: wanted).map { "write '\($0)'" } ?? CDKCode.advice(on: value)
  }

  /// The member of an enumeration that a value names as a program would, `EndpointType.PRIVATE` or `AuthorizationType.IAM`,
  /// among the words that are wanted there: "EDGE, REGIONAL or PRIVATE".
  static func member(_ value: String, among wanted: String) -> String? {
    let parts = value.split(separator: ".")
    guard parts.count > 1, let name = parts.last, parts.allSatisfy({ $0.first?.isLetter == true }),
      !wanted.hasPrefix("a ")
    else { return nil }
    let words = wanted.split { $0 == "," || $0 == " " }.filter { $0 != "or" }
    let same = words.filter { folded($0) == folded(name) }
    // The CDK says less where its enumeration says it already: `AuthorizationType.IAM`.
    let longer = words.filter { $0.split(separator: "_").contains(name) || $0.hasPrefix("\(name)_") }
    let found = same.isEmpty ? longer : same
    return found.count == 1 ? String(found[0]) : nil
  }

  /// A word without what spellings differ in: `PASS_THROUGH` is `PassThrough`.
  private static func folded(_ word: Substring) -> String { word.lowercased().filter { $0 != "_" } }
}
