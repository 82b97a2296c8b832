import CloudFormation
import Document
import Spec

/// Models, request validators and gateway responses.
extension TemplateBuilder {
  mutating func addModels(_ context: inout APIContext) {
    for item in context.api.api.models {
      let model = item.value
      addDeployed(
        context.api.id(of: item),
        CloudFormation.Model(
          restApiId: context.reference,
          contentType: model.contentType.map { values.value($0.value) } ?? "application/json",
          description: model.description.map { values.value($0.value) },
          name: model.modelName.map { values.value($0.value) },
          schema: model.schema.map { schema($0.value, context) }), at: item.node, &context)
    }
  }

  /// A schema; `$ref` to a model of the API becomes the address at which API Gateway has it.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
  private func schema(_ text: TemplateText, _ context: APIContext) -> Value {
    switch text {
    case .text(let text): .string(text)
    case .intrinsic(let node): values.free(node)
    case .json(let node):
      // CloudFormation takes no null; a schema may also be text, in which it stands.
      values.document.holdsNull(node)
        ? values.jsonText(node) { key, value in key == "$ref" ? Self.link(toModel: value, context) : nil }
        : linked(values.free(node), context)
    }
  }

  private func linked(_ value: Value, _ context: APIContext) -> Value {
    switch value {
    case .object(let members):
      .object(members.map { Member($0.name, $0.name == "$ref" ? link($0.value, context) : linked($0.value, context)) })
    case .list(let items): .list(items.map { linked($0, context) })
    default: value
    }
  }

  private func link(_ value: Value, _ context: APIContext) -> Value {
    guard case .string(let name) = value else { return linked(value, context) }
    return Self.link(toModel: name, context) ?? value
  }

  private static func link(toModel name: String, _ context: APIContext) -> Value? {
    guard let id = context.api.model(name).map({ context.api.id(of: $0) }) else { return nil }
    return .joined(["https://apigateway.amazonaws.com/restapis/", context.reference.value, "/models/", .ref(id)])
  }

  mutating func addRequestValidators(_ context: inout APIContext) {
    for item in context.api.api.requestValidators {
      addDeployed(context.api.id(of: item), validator(item.value, context), at: item.node, &context)
    }
  }

  private func validator(_ validator: Spec.RequestValidator, _ context: APIContext) -> CloudFormation.RequestValidator {
    CloudFormation.RequestValidator(
      restApiId: context.reference, name: validator.requestValidatorName.map { values.value($0.value) },
      validateRequestBody: validator.validateRequestBody.map { values.value($0.value) },
      validateRequestParameters: validator.validateRequestParameters.map { values.value($0.value) })
  }

  /// The validator that a method has for itself; nil where it has none.
  mutating func addMethodValidator(
    _ operation: Operation, _ context: inout APIContext
  ) -> CloudFormation.Reference<CloudFormation.RequestValidator>? {
    guard let options = operation.options.requestValidatorOptions else { return nil }
    let path = context.api.paths.segments(operation.path)
    let id =
      id(options.value.logicalId, else: .methodValidator(path: path, verb: operation.verb.rawValue), of: context.name)
    addDeployed(id, validator(options.value, context), at: options.node, &context)
    return .resource(id)
  }

  mutating func addGatewayResponses(_ context: inout APIContext) {
    let declared = context.api.api.gatewayResponses
    for item in declared {
      let id = id(item.value.logicalId, else: .gatewayResponse(item.name), of: context.name)
      addDeployed(id, gatewayResponse(item, context), at: item.node, &context)
    }
    guard let cors = context.api.api.cors else { return }
    for type in Self.defaultResponses where !declared.contains(where: { $0.name == type }) {
      let empty = Named(type, Spec.GatewayResponse(), at: cors.node)
      addDeployed(
        LogicalID(.gatewayResponse(type), of: context.name), gatewayResponse(empty, context), at: cors.node, &context)
    }
  }

  /// The answers of which all others are kinds.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
  private static let defaultResponses = ["DEFAULT_4XX", "DEFAULT_5XX"]

  private func gatewayResponse(
    _ item: Named<Spec.GatewayResponse>, _ context: APIContext
  ) -> CloudFormation.GatewayResponse {
    let headers = item.value.responseHeaders?.value.map {
      Member("gatewayresponse.header.\($0.name)", values.value($0.value))
    }
    var response = CloudFormation.GatewayResponse(
      responseType: .string(item.name), restApiId: context.reference, responseParameters: headers,
      responseTemplates: item.value.templates.map { values.members($0.value) },
      statusCode: item.value.statusCode.map { .string($0.value) })
    if Self.defaultResponses.contains(item.name) { context.cors?.add(to: &response) }
    return response
  }
}
