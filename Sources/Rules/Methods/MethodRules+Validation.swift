import Diagnostics
import Document
import Spec

extension MethodRules {
  /// Validators that find nothing to check: only where a method chose one itself, as a default is for the others too.
  static let validation: [Rule] = [
    Rule(
      "METH414", "A check of bodies without a model", severity: .warning,
      why: "a body is checked against the model of its content type; without one every body passes",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
      bad: [
        Example(
          "no model",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              paths:
                /orders:
                  POST: {requestValidator: ↓bodies}
          """)
      ],
      good: [
        Example(
          "a validator for all methods",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              defaultMethodOptions: {requestValidator: bodies}
              paths:
                /orders:
                  GET: {}
                  POST: {requestModels: {application/json: Empty}}
          """)
      ],
      check: .operation(with: .requestValidator) { operation, api, findings in
        guard !operation.options.hasModels,
          case .known(let name, let validator, let node) = AppliedValidator(operation, api),
          validator.validateRequestBody.isOn, findings.isWritten(node, in: operation),
          findings.knowsOptions(of: operation, in: api)
        else { return }
        if !validator.validateRequestParameters.isOff, operation.options.mayRequireParameters { return }
        findings.report(.noModel(name), atChoiceOf: name, node)
      }),
    Rule(
      "METH415", "A check of parameters without a required one", severity: .warning,
      why: "only parameters that are marked with true are checked",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
      bad: [
        Example(
          "all optional",
          """
          apis:
            Shop:
              requestValidators: {parameters: {validateRequestParameters: true}}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    requestValidator: ↓parameters
          """)
      ],
      good: [
        Example(
          "a required one",
          """
          apis:
            Shop:
              requestValidators: {parameters: {validateRequestParameters: true}}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: true}
                    requestValidator: parameters
          """)
      ],
      check: .operation(with: .requestValidator) { operation, api, findings in
        guard !operation.options.mayRequireParameters,
          case .known(let name, let validator, let node) = AppliedValidator(operation, api),
          validator.validateRequestParameters.isOn, validator.validateRequestBody.isOff,
          findings.isWritten(node, in: operation), findings.knowsOptions(of: operation, in: api)
        else { return }
        findings.report(.nothingRequired(name), atChoiceOf: name, node)
      }),
  ]
}

extension Findings {
  /// At a validator's name, or at the key of a method's own options.
  fileprivate mutating func report(_ message: Message, atChoiceOf name: String?, _ node: NodeID) {
    if name == nil { report(message, atKeyOf: node) } else { report(message, at: node) }
  }
}

extension Message {
  fileprivate static func noModel(_ name: String?) -> Message {
    let words = name.map { "validator '\($0)'" } ?? "the validator"
    return Message(
      "METH414", .warning, "\(words) checks bodies, and no model says what they look like",
      help: "add 'requestModels', content type → model")
  }

  fileprivate static func nothingRequired(_ name: String?) -> Message {
    let words = name.map { "validator '\($0)'" } ?? "the validator"
    return Message(
      "METH415", .warning, "\(words) checks parameters, and none is required",
      help: "mark a parameter in 'requestParameters' with true")
  }
}
