/// An API key's place in a usage plan.
public struct UsagePlanKey: Resource {
  public static let type = "AWS::ApiGateway::UsagePlanKey"

  /// The key.
  public var keyId: Reference<ApiKey>
  /// `API_KEY`.
  public var keyType: Value
  /// The plan.
  public var usagePlanId: Reference<UsagePlan>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    keyId: Reference<ApiKey>,
    keyType: Value,
    usagePlanId: Reference<UsagePlan>
  ) {
    self.keyId = keyId
    self.keyType = keyType
    self.usagePlanId = usagePlanId
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.keyId, keyId)
    writer.add(.keyType, keyType)
    writer.add(.usagePlanId, usagePlanId)
  }
}
