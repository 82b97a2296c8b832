import CloudFormation
import Document
import Spec

/// API keys and usage plans.
extension TemplateBuilder {
  mutating func addApiKeys() {
    for item in spec.declarations.apiKeys where item.value.apiKeyId == nil {
      let key = item.value
      add(
        spec.logicalID(of: item.name),
        CloudFormation.ApiKey(
          customerId: key.customerId.map { values.value($0.value) },
          description: key.description.map { values.value($0.value) },
          enabled: key.enabled.map { values.value($0.value) } ?? true,
          generateDistinctId: key.generateDistinctId.map { values.value($0.value) },
          name: key.apiKeyName.map { values.value($0.value) },
          stageKeys: key.stages?.value.map { stageKey($0.value) },
          tags: tags(key.tags),
          value: key.value.map { values.value($0.value) }), at: item.node)
    }
  }

  private func stageKey(_ reference: StageReference) -> StageKey {
    StageKey(restApiId: api(of: reference), stageName: stage(of: reference))
  }

  /// The API that `{api, stage}` names.
  func api(of reference: StageReference) -> CloudFormation.Reference<RestApi> {
    guard let name = reference.api?.value else { return .existing("") }
    if case .api(let index)? = spec.target(of: name, as: .api) { return targets.apiReference(index) }
    return .existing(arn(of: name, as: .api))
  }

  /// The name of the API that a reference names, `Ref` included.
  private func apiName(of reference: Spec.Reference) -> String? {
    guard case .intrinsic(let node) = reference else { return reference.name }
    guard let intrinsic = Intrinsic(node, in: spec.document), intrinsic.name == "Ref" else { return nil }
    return spec.document.string(intrinsic.argument)
  }

  /// The stage that `{api, stage}` names; the API's only one where none is named.
  func stage(of reference: StageReference) -> CloudFormation.Reference<CloudFormation.Stage>? {
    let known = reference.api.flatMap { apiName(of: $0.value) }.flatMap { stages[$0] }
    guard let name = reference.stage?.value else { return known?.first.map { .resource($0) } }
    if let id = name.known.flatMap({ known?[$0] }) { return .resource(id) }
    return .existing(values.value(name))
  }

  mutating func addUsagePlans() {
    for item in spec.declarations.usagePlans {
      if item.value.usagePlanId == nil {
        add(spec.logicalID(of: item.name), usagePlan(item.value), at: item.node)
      }
      addKeys(of: item)
    }
  }

  private func usagePlan(_ plan: Spec.UsagePlan) -> CloudFormation.UsagePlan {
    CloudFormation.UsagePlan(
      apiStages: plan.apiStages?.value.map { apiStage($0.value) },
      description: plan.description.map { values.value($0.value) },
      quota: plan.quota.map { quota($0.value) }, tags: tags(plan.tags),
      throttle: plan.throttle.map { throttle($0.value) },
      usagePlanName: plan.name.map { values.value($0.value) })
  }

  private func apiStage(_ stage: PlanStage) -> ApiStage {
    ApiStage(
      apiId: api(of: stage.reference), stage: self.stage(of: stage.reference),
      throttle: stage.throttle?.value.map { item in
        CloudFormation.MethodThrottle(
          path: item.value.path.value, verb: item.value.method.value.rawValue, throttle: throttle(item.value.limits))
      })
  }

  private func quota(_ quota: Spec.Quota) -> CloudFormation.Quota {
    CloudFormation.Quota(
      limit: quota.limit.map { values.value($0.value) }, offset: quota.offset.map { values.value($0.value) },
      period: quota.period.map { values.value($0.value) })
  }

  private func throttle(_ throttle: Spec.Throttle) -> CloudFormation.Throttle {
    CloudFormation.Throttle(
      burstLimit: throttle.burstLimit.map { values.value($0.value) },
      rateLimit: throttle.rateLimit.map { values.value($0.value) })
  }

  private mutating func addKeys(of plan: Named<Spec.UsagePlan>) {
    let reference: CloudFormation.Reference<CloudFormation.UsagePlan> =
      plan.value.usagePlanId.map { .existing(values.value($0.value)) } ?? .resource(spec.logicalID(of: plan.name))
    for key in plan.value.apiKeys?.value ?? [] {
      let keyId = arn(of: key.value, as: .apiKey)
      let word = key.value.name ?? String(decoding: keyId.canonicalBytes, as: UTF8.self)
      add(
        LogicalID(.planKey(word), of: plan.name),
        UsagePlanKey(keyId: .existing(keyId), keyType: "API_KEY", usagePlanId: reference), at: key.node)
    }
  }
}
