/// Where and how a stage's calls are logged.
public struct AccessLogSetting: PropertyType {
  /// The ARN of a log group or a Firehose stream.
  public var destinationArn: Value?
  /// A line's format, of `$context` variables.
  public var format: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    destinationArn: Value? = nil,
    format: Value? = nil
  ) {
    self.destinationArn = destinationArn
    self.format = format
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.destinationArn, destinationArn)
    writer.add(.format, format)
  }
}
