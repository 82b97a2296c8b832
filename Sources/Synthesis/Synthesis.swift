import CloudFormation
import Diagnostics
import Document
import Spec

/// Makes the template of a spec that has no errors.
///
/// What only the finished template shows (names that meet, references that lead nowhere, quotas) comes back as diagnostics.
///
/// - Parameters:
///   - localPathPrefix: the way from the template's folder to the spec's; empty, or ends in `/`.
///   - files: what local paths lead to, of which names carry hashes.
public func synthesize(
  _ spec: ResolvedSpec, _ files: any FileReader, localPathPrefix: String, checksQuotas: Bool, into report: inout Report
) -> Template {
  let mostResources = checksQuotas ? mostResourcesToCount : .max
  var builder = TemplateBuilder(spec, files, localPathPrefix: localPathPrefix, mostResources: mostResources)
  builder.addFunctions()
  builder.addVpcLinks()
  for index in spec.apis.indices where !builder.isFull { builder.addAPI(index) }
  builder.addApiKeys()
  builder.addUsagePlans()
  builder.addDomainNames()
  builder.addRawResources()
  let template = builder.template()
  if builder.isFull {
    // Nothing can be said of what was left out, nor of what refers to it.
    checkQuotas(of: template, spec, into: &report)
    return template
  }
  checkNames(of: template, builder.places, spec, into: &report)
  checkReferences(of: template, spec, into: &report)
  checkCircles(of: template, builder.places, spec, into: &report)
  if checksQuotas { checkQuotas(of: template, spec, into: &report) }
  return template
}

/// Whether the template of a spec could show anything that the spec alone does not. Where it could not, validation does
/// without it, which is a third of all its work.
public func mayShowMore(_ spec: ResolvedSpec, checksQuotas: Bool) -> Bool {
  checksQuotas || !spec.references.isEmpty || mayMeet(spec)
}
