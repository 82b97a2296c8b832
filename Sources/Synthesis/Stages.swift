import CloudFormation
import Document
import Spec

/// Stages, and the account's role for their logs.
extension TemplateBuilder {
  mutating func addStages(_ context: APIContext) {
    for (item, stage) in zip(context.api.stages, context.stages) {
      let account = context.api.api.cloudWatchRole.value ? [LogicalID(.account, of: context.name)] : []
      add(
        stage.id, resource(item, context), at: item.node == .none ? context.api.node : item.node,
        dependsOn: Dependencies(named: account),
        policy: nil)
    }
  }

  private func resource(_ item: Named<Spec.Stage>, _ context: APIContext) -> CloudFormation.Stage {
    let stage = item.value
    let settings = methodSettings(stage)
    return CloudFormation.Stage(
      restApiId: context.reference,
      accessLogSetting: accessLogSetting(stage),
      cacheClusterEnabled: stage.cacheClusterEnabled.map { values.value($0.value) } ?? (stage.needsCache ? true : nil),
      cacheClusterSize: stage.cacheClusterSize.map { values.value($0.value) } ?? (stage.hasCache ? "0.5" : nil),
      canarySetting: stage.canary.map { canarySetting($0.value) },
      clientCertificateId: stage.clientCertificateId.map { values.value($0.value) },
      deploymentId: deployments[context.name].map { .resource($0) },
      description: stage.description.map { values.value($0.value) },
      documentationVersion: stage.documentationVersion.map { values.value($0.value) },
      methodSettings: settings.isEmpty ? nil : settings,
      stageName: .string(item.name), tags: tags(stage.tags),
      tracingEnabled: stage.tracingEnabled.map { values.value($0.value) },
      variables: stage.variables.map { values.members($0.value) })
  }

  private func methodSettings(_ stage: Spec.Stage) -> [MethodSetting] {
    let all = stage.settings.isEmpty ? [] : [setting(stage.settings, "/*", "*")]
    return all
      + stage.methodOptions.map { item in
        let (path, verb) = methodKey(item.name)
        return setting(item.value, path, verb)
      }
  }

  private func setting(_ settings: MethodSettings, _ path: String, _ verb: String) -> MethodSetting {
    MethodSetting(
      cacheDataEncrypted: settings.cacheDataEncrypted.map { values.value($0.value) },
      cacheTtlInSeconds: settings.cacheTtl.map { values.seconds($0.value) },
      cachingEnabled: settings.cachingEnabled.map { values.value($0.value) },
      dataTraceEnabled: settings.dataTraceEnabled.map { values.value($0.value) } ?? false,
      httpMethod: .string(verb), loggingLevel: settings.loggingLevel.map { values.value($0.value) },
      metricsEnabled: settings.metricsEnabled.map { values.value($0.value) }, resourcePath: .string(path),
      throttlingBurstLimit: settings.throttlingBurstLimit.map { values.value($0.value) },
      throttlingRateLimit: settings.throttlingRateLimit.map { values.value($0.value) })
  }

  /// `/items/GET` as a stage has it: the path with `/` as `~1` after its first, and the verb.
  private func methodKey(_ key: String) -> (path: String, verb: String) {
    let bytes = Array(key.utf8)
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex
    let verb = String(decoding: bytes[slash...].dropFirst(), as: UTF8.self)
    let path = bytes[..<slash].dropFirst().flatMap { $0 == UInt8(ascii: "/") ? Array("~1".utf8) : [$0] }
    let text = String(decoding: path, as: UTF8.self)
    guard !text.isEmpty, text != "~1" else { return ("/", verb.uppercased()) }
    return (text == "*" ? "/*" : "/~1" + text, verb.uppercased())
  }

  private func canarySetting(_ canary: Canary) -> CanarySetting {
    CanarySetting(
      deploymentId: canary.deploymentId.map { .existing(values.value($0.value)) },
      percentTraffic: canary.percentTraffic.map { values.value($0.value) },
      stageVariableOverrides: canary.stageVariableOverrides.map { values.members($0.value) },
      useStageCache: canary.useStageCache.map { values.value($0.value) })
  }

  private func accessLogSetting(_ stage: Spec.Stage) -> AccessLogSetting? {
    guard stage.accessLogDestination != nil || stage.accessLogFormat != nil else { return nil }
    return AccessLogSetting(
      destinationArn: stage.accessLogDestination.map { arn(of: $0.value, as: .logDestination) },
      format: accessLogFormat(stage.accessLogFormat?.value ?? .clf))
  }

  private func accessLogFormat(_ format: Spec.AccessLogFormat) -> Value {
    switch format {
    case .clf: .string(AccessLogFormats.clf)
    case .jsonWithStandardFields: .string(AccessLogFormats.jsonWithStandardFields)
    case .format(let text): values.text(text)
    }
  }

  /// The role that writes API Gateway's logs, set for the whole account and region.
  mutating func addAccount(_ context: APIContext) {
    let api = context.api.api
    guard api.cloudWatchRole.value else { return }
    let policy = api.cloudWatchRoleRemovalPolicy.value == .destroy ? "Delete" : "Retain"
    let role = LogicalID(.cloudWatchRole, of: context.name)
    add(
      role,
      Role(
        assumeRolePolicyDocument: trustPolicy(for: "apigateway.amazonaws.com"),
        managedPolicyArns: [managedPolicy("AmazonAPIGatewayPushToCloudWatchLogs")], tags: tags(nil)),
      at: api.node, policy: policy)
    add(
      LogicalID(.account, of: context.name), Account(cloudWatchRoleArn: .getAtt(role, "Arn")), at: api.node,
      dependsOn: Dependencies(named: api.restApiId == nil ? [spec.logicalID(of: context.name)] : []), policy: policy)
  }
}

extension Spec.Stage {
  /// Whether the cluster is on: by word, or because something needs it.
  var hasCache: Bool { cacheClusterEnabled?.value.known ?? needsCache }

  /// Caching anywhere, or a size, turns the cluster on.
  var needsCache: Bool {
    cacheClusterSize != nil || settings.cachingEnabled?.value.known == true
      || methodOptions.contains { $0.value.cachingEnabled?.value.known == true }
  }
}

/// What a line of the access log holds, by the names of the formats.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
enum AccessLogFormats {
  static let clf =
    "$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "
    + "\"$context.httpMethod $context.resourcePath $context.protocol\" $context.status $context.responseLength "
    + "$context.requestId"

  static let jsonWithStandardFields =
    "{\"requestId\":\"$context.requestId\",\"ip\":\"$context.identity.sourceIp\",\"user\":\"$context.identity.user\","
    + "\"caller\":\"$context.identity.caller\",\"requestTime\":\"$context.requestTime\","
    + "\"httpMethod\":\"$context.httpMethod\",\"resourcePath\":\"$context.resourcePath\","
    + "\"status\":\"$context.status\",\"protocol\":\"$context.protocol\","
    + "\"responseLength\":\"$context.responseLength\"}"
}
