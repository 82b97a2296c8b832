import CloudFormation
import Document
import Spec

/// Express state machines behind methods: the same input and answers as the CDK's `StepFunctionsIntegration`.
/// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
enum StepFunctions {
  /// What a method with a state machine declares by itself.
  static let methodResponses = [("200", "Empty"), ("400", "Error"), ("500", "Error")].map { status, model in
    (
      status: status,
      response: CloudFormation.MethodResponse(
        statusCode: .string(status), responseModels: [Member("application/json", .string(model))])
    )
  }

  /// The machine's output; or its error, as 500 where the machine failed and as 400 and 500 where it was not started.
  static let integrationResponses: [CloudFormation.IntegrationResponse] = [
    response(
      "200", nil,
      """
      #if($input.path('$.status').toString() == "FAILED")
      #set($context.responseOverride.status = 500)
      {"error": "$input.path('$.error')", "cause": "$input.path('$.cause')"}
      #else
      $input.path('$.output')
      #end
      """),
    response("400", "4\\d{2}", #"{"error": "Bad request!"}"#),
    response("500", "5\\d{2}", #"{"error": "$input.path('$.error')"}"#),
  ]

  private static func response(
    _ status: String, _ pattern: String?, _ template: String
  ) -> CloudFormation.IntegrationResponse {
    CloudFormation.IntegrationResponse(
      statusCode: .string(status), responseTemplates: [Member("application/json", .string(template))],
      selectionPattern: pattern.map { .string($0) })
  }

  /// A mapping template that starts the machine: its input is an object with the body and the wanted parts of the
  /// request, written as text into text, quotes through a variable.
  static func requestTemplate(_ backend: StepFunctionsBackend, machine: Value) -> Value {
    var lines = ["#set($quote = '\"')", "#set($run = \"${quote}body${quote}: $input.body\")"]
    if backend.headers.value { lines += object("header", keysOf: "$input.params().header") }
    if backend.querystring.value { lines += object("querystring", keysOf: "$input.params().querystring") }
    if backend.path.value { lines += object("path", keysOf: "$input.params().path") }
    if backend.authorizer.value { lines += object("authorizer", keysOf: "$context.authorizer") }
    if let context = backend.requestContext?.value, !context.wanted.isEmpty { lines.append(requestContext(context)) }
    let start = lines.joined(separator: "\n") + "\n{\n  \"stateMachineArn\": \""
    let end = "\",\n  \"input\": \"{$util.escapeJavaScript($run).replaceAll(\"\\\\'\", \"'\")}\"\n}"
    return .joined([.string(start), machine, .string(end)])
  }

  /// Adds an object with all entries of a map.
  private static func object(_ name: String, keysOf map: String) -> [String] {
    [
      "#set($run = \"$run, ${quote}\(name)${quote}: {\")",
      "#foreach($name in \(map).keySet())",
      "#set($run = \"$run${quote}$name${quote}: ${quote}$util.escapeJavaScript(\(map).get($name))${quote}\")",
      "#if($foreach.hasNext)",
      "#set($run = \"$run, \")",
      "#end",
      "#end",
      "#set($run = \"$run}\")",
    ]
  }

  private static func requestContext(_ context: RequestContext) -> String {
    let facts = context.wanted.map { "${quote}\($0)${quote}: ${quote}$context.\(variables[$0] ?? $0)${quote}" }
    return "#set($run = \"$run, ${quote}requestContext${quote}: {\(facts.joined(separator: ", "))}\")"
  }

  /// The variables whose names differ from the facts'.
  private static let variables = [
    "apiKey": "identity.apiKey", "authorizerPrincipalId": "authorizer.principalId", "caller": "identity.caller",
    "cognitoAuthenticationProvider": "identity.cognitoAuthenticationProvider",
    "cognitoAuthenticationType": "identity.cognitoAuthenticationType",
    "cognitoIdentityId": "identity.cognitoIdentityId", "cognitoIdentityPoolId": "identity.cognitoIdentityPoolId",
    "sourceIp": "identity.sourceIp", "user": "identity.user", "userAgent": "identity.userAgent",
    "userArn": "identity.userArn",
  ]
}

extension Targets {
  /// A SageMaker endpoint's name and ARN, of which the other follows.
  func endpoint(_ backend: SageMakerBackend) -> (name: Value, arn: Value) {
    guard let reference = backend.endpoint?.value else { return ("", "") }
    switch spec.target(of: reference, as: .endpoint) {
    case .resource(let name, _)?:
      let id = LogicalID(given: name)
      return (.getAtt(id, "EndpointName"), .ref(id))
    case .arn(let arn)?: return (.string(arn.split(separator: "/").last.map(String.init) ?? arn), .string(arn))
    default:
      let name = arn(of: reference, as: .endpoint)
      return (name, .joined([.sub(Self.endpointArn), name]))
    }
  }

  private static let endpointArn: [Piece] = [
    .text("arn:"), .pseudo("AWS::Partition"), .text(":sagemaker:"), .pseudo("AWS::Region"), .text(":"),
    .pseudo("AWS::AccountId"), .text(":endpoint/"),
  ]
}

extension TemplateBuilder {
  /// The role that a method needs to call its state machine or endpoint, where none is given: its ARN.
  mutating func addMethodRole(_ operation: Operation, _ context: APIContext) -> Value? {
    guard let integration = operation.integration, integration.options.credentialsRole == nil,
      !integration.options.credentialsPassthrough.value
    else { return nil }
    let (action, resource): (Value, Value)
    switch integration.backend {
    case .stepFunctions(let backend):
      action = "states:StartSyncExecution"
      resource = backend.stateMachine.map { arn(of: $0.value, as: .stateMachine) } ?? ""
    case .sageMaker(let backend): (action, resource) = ("sagemaker:InvokeEndpoint", targets.endpoint(backend).arn)
    case .mock, .lambda, .http, .aws: return nil
    }
    let (path, verb) = (context.api.paths.segments(operation.path), operation.verb.rawValue)
    let role = LogicalID(.methodRole(path: path, verb: verb), of: context.name)
    let policy = LogicalID(.methodPolicy(path: path, verb: verb), of: context.name)
    add(
      role, Role(assumeRolePolicyDocument: trustPolicy(for: "apigateway.amazonaws.com"), tags: tags(nil)),
      at: operation.node)
    let document: Value = [
      "Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": action, "Resource": resource]],
    ]
    add(
      policy, Policy(policyDocument: document, policyName: .string(policy.text), roles: [.ref(role)]),
      at: operation.node)
    return .getAtt(role, "Arn")
  }
}
