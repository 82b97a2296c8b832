/// The context variables AWS publishes for REST APIs, and the places each has a value in.
///
/// AWS: api-gateway-mapping-template-reference (data transformations) and api-gateway-variables-for-access-logging
/// (Developer Guide). A last word of `*` stands for any name: properties, claims and overridden headers.
extension ContextVariable {
  /// All of them; where two fit a name, the exact one stands before the family.
  public static let all: [ContextVariable] =
    rows(ofRequest, [.mappingExpression, .mappingTemplate, .gatewayResponse, .identitySource, .accessLog])
    + rows(ofAccessLogs, [.accessLog])
    + rows(ofAuthorizers, [.mappingExpression, .mappingTemplate, .gatewayResponse, .accessLog])
    + rows(ofErrors, [.gatewayResponse, .accessLog])
    + rows(ofOverrides, [.mappingExpression, .mappingTemplate, .accessLog])

  private static func rows(_ patterns: [String], _ uses: Uses) -> [ContextVariable] {
    patterns.map { ContextVariable(pattern: $0, uses: uses) }
  }

  /// Known as soon as the request is, and so even to an authorizer.
  private static let ofRequest = [
    "accountId", "apiId", "awsEndpointRequestId", "deploymentId", "domainName", "domainPrefix", "extendedRequestId",
    "httpMethod", "identity.accountId", "identity.apiKey", "identity.apiKeyId", "identity.caller",
    "identity.cognitoAuthenticationProvider", "identity.cognitoAuthenticationType", "identity.cognitoIdentityId",
    "identity.cognitoIdentityPoolId", "identity.principalOrgId", "identity.sourceIp",
    "identity.clientCert.clientCertPem", "identity.clientCert.subjectDN", "identity.clientCert.issuerDN",
    "identity.clientCert.serialNumber", "identity.clientCert.validity.notBefore",
    "identity.clientCert.validity.notAfter", "identity.user", "identity.userAgent", "identity.userArn",
    "identity.vpcId", "identity.vpceId", "isCanaryRequest", "path", "protocol", "requestId", "requestTime",
    "requestTimeEpoch", "resourceId", "resourcePath", "stage", "wafResponseCode", "webaclArn",
  ]

  /// What an authorizer returned; an authorizer's own identity sources are read before.
  private static let ofAuthorizers = [
    "authorizer.claims.*", "authorizer.principalId", "authorizer.*",
  ]

  /// What went wrong: for the bodies of gateway responses, where no template language runs, and for access logs.
  private static let ofErrors = [
    "error.message", "error.messageString", "error.responseType", "error.validationErrorString",
  ]

  /// What a mapping template sets in place of mapped parameters.
  private static let ofOverrides = [
    "requestOverride.header.*", "requestOverride.path.*", "requestOverride.querystring.*",
    "responseOverride.header.*", "responseOverride.status",
  ]

  /// Known once the response is sent.
  private static let ofAccessLogs = [
    "authenticate.error", "authenticate.latency", "authenticate.status", "authorize.error", "authorize.latency",
    "authorize.status", "authorizer.error", "authorizer.integrationLatency", "authorizer.integrationStatus",
    "authorizer.latency", "authorizer.requestId", "authorizer.status", "cipherSuite", "customDomain.basePathMatched",
    "endpointType", "integration.error", "integration.integrationStatus", "integration.latency",
    "integration.requestId", "integration.status", "integrationErrorMessage", "integrationLatency", "integrationStatus",
    "responseLatency", "responseLength", "status", "tlsVersion", "waf.error", "waf.latency", "waf.status",
    "xrayTraceId",
  ]
}
