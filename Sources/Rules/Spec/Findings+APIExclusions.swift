import Document
import Spec

extension Findings {
  /// Keys of an API and its paths that say one thing in two ways.
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
  }
}
