import Diagnostics
import Spec

extension MethodRules {
  /// Request validators in themselves.
  static let validators: [Rule] = [
    Rule(
      "METH418", "A validator that checks nothing", severity: .warning,
      why: "both checks are off unless they are turned on, and every request passes",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRequestValidator.html",
      bad: [
        Example(
          "no check at all",
          """
          apis:
            Shop:
              requestValidators: {↓nothing: {validateRequestBody: false}}
              paths:
                /orders:
                  GET: {}
          """),
        Example(
          "a method's own",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {↓requestValidatorOptions: {}}
          """),
      ],
      good: [
        Example(
          "one check",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: Empty}, requestValidator: bodies}
          """)
      ],
      check: .api { api, findings in
        for validator in api.api.requestValidators where findings.checksNothing(validator.value) {
          findings.report(.checksNothing, atKeyOf: validator.node)
        }
        for operation in findings.operations(of: api, with: .requestValidator) {
          guard let own = operation.options.requestValidatorOptions, operation.options.requestValidator == nil,
            findings.checksNothing(own.value)
          else { continue }
          findings.report(.checksNothing, atKeyOf: own.node)
        }
      }),
    Rule(
      "METH419", "A validator without a name",
      why: "CreateRequestValidator answers \"Request Validator name cannot be blank\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRequestValidator.html",
      bad: [
        Example(
          "an empty name",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true, requestValidatorName: ↓""}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: Empty}, requestValidator: bodies}
          """)
      ],
      good: [
        Example(
          "a name",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true, requestValidatorName: all bodies}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: Empty}, requestValidator: bodies}
          """)
      ],
      check: .api { api, findings in
        for validator in api.api.requestValidators {
          if let name = validator.value.requestValidatorName {
            if name.known()?.isBlank == true { findings.report(.blankName, at: name.node) }
          } else if validator.name.isBlank {
            findings.report(.blankName, atKeyOf: validator.node)
          }
        }
      }),
    Rule(
      "METH435", "Two validators of one method",
      why: "a method has one request validator: the CDK refuses the pair at synthesis",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a name and options",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              paths:
                /orders:
                  POST:
                    requestModels: {application/json: Empty}
                    requestValidator: bodies
                    ↓requestValidatorOptions: {validateRequestParameters: true}
          """)
      ],
      good: [
        Example(
          "options in place of a default",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              defaultMethodOptions: {requestValidator: bodies}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: true}
                    requestValidatorOptions: {validateRequestParameters: true}
          """)
      ],
      check: .operation(with: .requestValidator) { operation, _, findings in
        guard let name = operation.options.requestValidator, let own = operation.options.requestValidatorOptions else {
          return
        }
        let conflict = Conflict(name.node, own.node)
        findings.report(
          .twoValidators, atKeyOf: conflict.later,
          related: [findings.related("the other one", atKeyOf: conflict.first)])
      }),
  ]
}

extension Findings {
  /// Whether both checks are surely off.
  fileprivate func checksNothing(_ validator: RequestValidator) -> Bool {
    validator.validateRequestBody.isOff && validator.validateRequestParameters.isOff && spec.isWhole(validator.node)
  }
}

extension Optional where Wrapped == Located<Deferrable<Bool>> {
  /// Whether the flag is absent or known to be false.
  var isOff: Bool {
    switch self?.value {
    case nil: true
    case .known(let flag)?: !flag
    case .deferred?: false
    }
  }

  /// Whether the flag is known to be true.
  var isOn: Bool { self?.value.known == true }
}

extension String {
  /// Nothing but spaces and tabs.
  var isBlank: Bool { utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
}

extension Message {
  fileprivate static let checksNothing = Message(
    "METH418", .warning, "this validator checks nothing: both checks are off",
    help: "set 'validateRequestBody' or 'validateRequestParameters' to true")

  fileprivate static let blankName = Message(
    "METH419", "a request validator's name cannot be blank", help: "give it a name")

  fileprivate static let twoValidators = Message(
    "METH435", "'requestValidator' and 'requestValidatorOptions' exclude each other", help: "keep one of them")
}
