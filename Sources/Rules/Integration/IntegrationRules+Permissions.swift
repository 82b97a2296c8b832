import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// The right to call a function, where it is not derived.
  static let permissions: [Rule] = [
    Rule(
      "INT243", "A function of this spec that the API may not call",
      why: "every call answers 500: \"Invalid permissions on Lambda function\"",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html",
      bad: [
        Example(
          "a function called by its path",
          """
          functions:
            Orders: {runtime: python3.13, handler: main.handler, code: ./handler}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: ↓!Sub "2015-03-31/functions/${Orders.Arn}/invocations"
                      proxy: true
          """)
      ],
      good: [
        Example(
          "a function as a handler, one called as a role, and one with a permission of its own",
          """
          functions:
            Orders: {runtime: python3.13, handler: main.handler, code: ./handler}
          apis:
            Shop:
              paths:
                /orders:
                  GET: Orders
                  PUT:
                    integration:
                      type: aws
                      service: lambda
                      path: !Sub "2015-03-31/functions/${Orders.Arn}/invocations"
                      proxy: true
                      credentialsRole: arn:aws:iam::111122223333:role/caller
          """),
        Example(
          "a permission among the resources",
          """
          functions:
            Orders: {runtime: python3.13, handler: main.handler, code: ./handler}
          resources:
            MayCall:
              Type: AWS::Lambda::Permission
              Properties:
                {Action: "lambda:InvokeFunction", FunctionName: !Ref Orders, Principal: apigateway.amazonaws.com}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: !Sub "2015-03-31/functions/${Orders.Arn}/invocations"
                      proxy: true
          """),
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend, let path = aws.path, aws.isLambda,
          path.known() == nil, !integration.hasCredentials, let call = findings.lambdaPath(of: integration),
          let name = findings.madeFunction(in: call), findings.spec.isWhole(integration.node)
        else { return }
        if findings.hasResource(of: "AWS::Lambda::Permission") || findings.isOpenToAPI(name) { return }
        findings.report(.noPermission(name), at: path.node)
      }),

    Rule(
      "INT250", "A permission for a function that a stage variable names", severity: .warning,
      why: "which function it is shows only at run time, so that no permission can be made for it beforehand",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html",
      bad: [
        Example(
          "a handler, and a path",
          """
          apis:
            Shop:
              stages: {live: {variables: {fn: orders}}}
              paths:
                /orders:
                  GET: ↓arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}
                  PUT:
                    integration:
                      type: aws
                      service: lambda
                      path: ↓"2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}/invocations"
                      proxy: true
          """)
      ],
      good: [
        Example(
          "called as a role, and a function whose permissions are made elsewhere",
          """
          functions:
            named: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}", skipPermissions: true}
          apis:
            Shop:
              stages: {live: {variables: {fn: orders}}}
              paths:
                /orders:
                  GET: named
                  PUT:
                    integration:
                      type: aws
                      service: lambda
                      path: "2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}/invocations"
                      proxy: true
                      credentialsRole: arn:aws:iam::111122223333:role/caller
          """)
      ],
      check: .integration(with: .backend) { integration, _, _, findings in
        switch integration.backend {
        case .lambda(let lambda):
          // The permission is made all the same, for a name that Lambda refuses.
          guard let handler = lambda.handler, let arn = findings.permittedARN(of: handler.value) else { return }
          if namesStageVariable(arn) { findings.report(.unknownFunction, at: handler.node) }
        case .aws(let aws):
          guard aws.isLambda, !integration.hasCredentials, let path = aws.path, let text = path.known(),
            namesStageVariable(text), !findings.hasResource(of: "AWS::Lambda::Permission")
          else { return }
          findings.report(.unknownFunction, at: path.node)
        default: return
        }
      }),
  ]

  private static func namesStageVariable(_ text: String) -> Bool { text.contains("${stageVariables.") }
}

extension Integration {
  fileprivate var hasCredentials: Bool { options.credentialsRole != nil || options.credentialsPassthrough.value }
}

extension Findings {
  /// The function of this stack that a path fills in.
  fileprivate func madeFunction(in call: LambdaPath) -> String? {
    guard call.function.hasPrefix("${"), call.function.hasSuffix(".Arn}") else { return nil }
    let name = String(call.function.dropFirst(2).dropLast(5))
    guard case .function(let index)? = spec.names[name] else { return nil }
    return spec.declarations.functions[index].value.arn == nil ? name : nil
  }

  /// Whether some integration gives the whole API the right to call a function.
  fileprivate func isOpenToAPI(_ name: String) -> Bool {
    spec.apis.contains { api in
      api.operations.contains { operation in
        guard case .lambda(let lambda)? = operation.integration?.backend else { return false }
        return !lambda.scopePermissionToMethod.value && lambda.handler?.value.name == name
      }
    }
  }

  /// The ARN for which a permission is made.
  fileprivate func permittedARN(of handler: Reference) -> String? {
    if case .name = handler, !importsFunctions { return nil }
    switch spec.target(of: handler, as: .function) {
    case .arn(let arn)?: return arn
    case .function(let index, _)?:
      let function = spec.declarations.functions[index].value
      return function.skipPermissions.value ? nil : function.arn?.known()
    default: return nil
    }
  }
}

extension Message {
  fileprivate static func noPermission(_ name: String) -> Message {
    Message(
      "INT243", "nothing lets the API call '\(name)'",
      help: "use 'type: lambda' with 'handler: \(name)', which brings the permission, or set 'credentialsRole'")
  }

  fileprivate static let unknownFunction = Message(
    "INT250", .warning, "no permission can be made for a function that a stage variable names",
    help: "make a permission for each function, and name this one under 'functions' with 'skipPermissions: true'")
}
