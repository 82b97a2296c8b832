import Spec

extension Findings {
  /// The names by which keys, plans and domain names refer to keys, certificates and APIs.
  mutating func lookUpStages() {
    let declarations = spec.declarations
    for key in declarations.apiKeys {
      for stage in key.value.stages?.value ?? [] { look(up: stage.value.api, as: .api) }
    }
    for plan in declarations.usagePlans {
      for stage in plan.value.apiStages?.value ?? [] { look(up: stage.value.reference.api, as: .api) }
      for key in plan.value.apiKeys?.value ?? [] { look(up: key, as: .apiKey) }
    }
    for domain in declarations.domainNames {
      look(up: domain.value.certificate, as: .certificate)
      for mapping in domain.value.mappings?.value ?? [] { look(up: mapping.value.reference.api, as: .api) }
    }
  }
}
