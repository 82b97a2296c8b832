import Document
import Spec

extension Findings {
  /// Keys of an API, its paths and its methods that say one thing in two ways.
  mutating func checkExclusions(of api: ResolvedAPI) {
    if let definition = api.api.definition, api.api.mode == nil || api.api.mode?.value.known == .overwrite,
      let paths = spec.document.value("paths", in: api.api.node)
    {
      report(.exclusive("definition", "paths"), conflictOf: definition.node, paths)
    }
    if let cors = api.api.cors {
      let levels = [api.api.defaults] + api.api.paths.map(\.value.defaults)
      for preflight in levels.compactMap(\.corsPreflight) {
        report(.exclusive("cors", "defaultCorsPreflightOptions"), conflictOf: cors.node, preflight.node)
      }
    }
    for operation in api.operations { checkValidators(of: operation) }
  }

  /// A name and options in one place; what a method writes itself may stand for an inherited one of the other kind.
  private mutating func checkValidators(of operation: Operation) {
    guard let name = operation.options.requestValidator, let options = operation.options.requestValidatorOptions,
      spec.document.parent(of: name.node) == spec.document.parent(of: options.node)
    else { return }
    report(.exclusive("requestValidator", "requestValidatorOptions"), conflictOf: name.node, options.node)
  }
}
