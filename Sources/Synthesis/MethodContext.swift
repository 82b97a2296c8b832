import CloudFormation
import Document
import Spec

/// What the methods of an API have in common; all of it is there before the first of them.
///
/// A class, because every method is handed it.
final class MethodContext: Sendable {
  let api: ResolvedAPI
  let reference: CloudFormation.Reference<RestApi>
  /// What methods name as their authorizer and have as their type, in step with the API's authorizers.
  let authorizers: [(reference: CloudFormation.Reference<CloudFormation.Authorizer>, type: AuthorizationType)]
  /// The headers that `cors` puts on answers.
  let cors: CORSHeaders?
  let targets: Targets
  let values: ValueConverter

  init(_ context: borrowing APIContext, _ targets: Targets) {
    api = context.api
    reference = context.reference
    authorizers = context.authorizers
    cors = context.cors
    self.targets = targets
    values = targets.values
  }

  /// The authorizer of a method, and its type as stated, else as its authorizer has it, else `NONE`.
  func authorization(
    of operation: Operation
  ) -> (authorizer: CloudFormation.Reference<CloudFormation.Authorizer>?, type: AuthorizationType) {
    let type = operation.options.authorizationType?.value
    guard let name = operation.options.authorizer?.value, name != "none" else { return (nil, type ?? .none) }
    guard let index = api.authorizerIndex(name) else { return (.resource(LogicalID(given: name)), type ?? .custom) }
    return (authorizers[index].reference, type ?? authorizers[index].type)
  }

  /// Content type → the model; `Empty` and `Error` are API Gateway's own.
  func models(_ names: [Named<String>]) -> [Member] {
    names.map { entry in
      Member(entry.name, api.model(entry.value).map { .ref(api.id(of: $0)) } ?? .string(entry.value))
    }
  }

  /// A validator of the API by its name, else a raw one.
  func validator(named name: String) -> CloudFormation.Reference<CloudFormation.RequestValidator> {
    .resource(api.requestValidator(name).map { api.id(of: $0) } ?? LogicalID(given: name))
  }
}

extension ResolvedAPI {
  /// The logical ID of a model.
  func id(of model: Named<Spec.Model>) -> LogicalID {
    model.value.logicalId.map { LogicalID(given: $0.value) } ?? LogicalID(.model(model.name), of: name)
  }

  /// The logical ID of a request validator.
  func id(of validator: Named<Spec.RequestValidator>) -> LogicalID {
    validator.value.logicalId.map { LogicalID(given: $0.value) }
      ?? LogicalID(.requestValidator(validator.name), of: name)
  }
}
