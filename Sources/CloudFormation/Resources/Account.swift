/// API Gateway's settings for the account in a region.
public struct Account: Resource {
  public static let type = "AWS::ApiGateway::Account"

  /// The ARN of the role that writes logs.
  public var cloudWatchRoleArn: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    cloudWatchRoleArn: Value? = nil
  ) {
    self.cloudWatchRoleArn = cloudWatchRoleArn
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.cloudWatchRoleArn, cloudWatchRoleArn)
  }
}
