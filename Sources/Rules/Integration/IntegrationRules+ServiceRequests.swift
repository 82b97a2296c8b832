import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// What services and links need to be told.
  static let serviceRequests: [Rule] = [
    Rule(
      "INT256", "A VPC link with an empty name", why: "CreateVpcLink answers \"Name cannot be empty\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html",
      bad: [
        Example(
          "no letters",
          """
          vpcLinks:
            inside:
              vpcLinkName: ↓""
              targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
          """)
      ],
      good: [
        Example(
          "its name in the spec",
          """
          vpcLinks:
            inside:
              targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
          """)
      ],
      check: .vpcLink { link, findings in
        guard let name = link.value.vpcLinkName, name.known()?.isEmpty == true else { return }
        findings.report(.namelessLink, at: name.node)
      }),

    Rule(
      "INT282", "A form that is not sent as one", severity: .warning,
      why: "services that are called by Action= read a form alone: others answer UnknownOperationException",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonParameters.html",
      bad: [
        Example(
          "a message to a queue",
          """
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    ↓integration:
                      type: aws
                      service: sqs
                      path: 111122223333/orders
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      passthroughBehavior: NEVER
                      requestTemplates: {application/json: "Action=SendMessage&MessageBody=$util.urlEncode($input.body)"}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "with its Content-Type",
          """
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    integration:
                      type: aws
                      service: sqs
                      path: 111122223333/orders
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      passthroughBehavior: NEVER
                      requestParameters: {integration.request.header.Content-Type: "'application/x-www-form-urlencoded'"}
                      requestTemplates: {application/json: "Action=SendMessage&MessageBody=$util.urlEncode($input.body)"}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: [.aws, .requestTemplates]) { integration, _, _, findings in
        let options = integration.options
        guard options.requestTemplates?.value.contains(where: { $0.value.isForm }) == true else { return }
        let type = options.requestParameters?.value.first {
          $0.name.lowercased() == "integration.request.header.content-type"
        }
        if let type {
          guard let text = type.value.known, !text.contains("x-www-form-urlencoded"), text.hasPrefix("'") else {
            return
          }
          findings.report(.formWithoutType, at: type.node)
        } else if findings.spec.isWhole(integration.node), findings.knows(options.requestParameters) {
          findings.report(.formWithoutType, atKeyOf: options.requestParameters?.node ?? integration.node)
        }
      }),

    Rule(
      "INT283", "A state machine that cannot answer at once",
      why: "StartSyncExecution runs express machines alone, and a machine is a standard one unless it says otherwise",
      source: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html",
      bad: [
        Example(
          "a machine that does not say",
          """
          resources:
            Machine:
              Type: AWS::StepFunctions::StateMachine
              Properties:
                RoleArn: arn:aws:iam::111122223333:role/runner
                DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
          apis:
            Shop:
              paths:
                /orders:
                  POST: {integration: {type: stepFunctions, stateMachine: ↓Machine}}
          """)
      ],
      good: [
        Example(
          "an express machine",
          """
          resources:
            Machine:
              Type: AWS::StepFunctions::StateMachine
              Properties:
                StateMachineType: EXPRESS
                RoleArn: arn:aws:iam::111122223333:role/runner
                DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
          apis:
            Shop:
              paths:
                /orders:
                  POST: {integration: {type: stepFunctions, stateMachine: Machine}}
          """)
      ],
      check: .integration(with: .backend) { integration, _, _, findings in
        guard case .stepFunctions(let backend) = integration.backend, let machine = backend.stateMachine,
          let name = machine.value.name, findings.isStandardMachine(name)
        else { return }
        findings.report(.standardMachine(name), at: machine.node)
      }),
  ]
}

extension TemplateText {
  /// Whether the body is a form that names an action.
  fileprivate var isForm: Bool {
    if case .text(let text) = self { text.hasPrefix("Action=") } else { false }
  }
}

extension Findings {
  /// Whether a raw state machine is of type STANDARD, which it is by default.
  fileprivate func isStandardMachine(_ name: String) -> Bool {
    let document = spec.document
    guard case .resource(let index)? = spec.names[name] else { return false }
    let resource = spec.declarations.resources[index].value
    guard resource.type == "AWS::StepFunctions::StateMachine", spec.isWhole(resource.body.node) else { return false }
    guard let properties = document.value("Properties", in: resource.body.node) else { return true }
    guard document.kind(properties) == .mapping, Intrinsic(properties, in: document) == nil,
      spec.isWhole(properties)
    else { return false }
    guard let type = document.value("StateMachineType", in: properties) else { return true }
    return Intrinsic(type, in: document) == nil && string(type) == "STANDARD"
  }
}

extension Message {
  fileprivate static let namelessLink = Message(
    "INT256", "a VPC link needs a name", help: "write one, or delete 'vpcLinkName' to use its name in the spec")

  fileprivate static let formWithoutType = Message(
    "INT282", .warning, "the body is a form, and its Content-Type does not say so",
    help: "map integration.request.header.Content-Type: \"'application/x-www-form-urlencoded'\"")

  fileprivate static func standardMachine(_ name: String) -> Message {
    Message("INT283", "'\(name)' is no express state machine", help: "set 'StateMachineType: EXPRESS' on it")
  }
}
