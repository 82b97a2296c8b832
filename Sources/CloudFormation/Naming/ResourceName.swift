/// What names a resource where it is added to a template: a logical ID, or one that is not a string of its own.
public protocol ResourceName: ~Copyable {
  /// Lends the name's UTF-8.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void)
}

extension LogicalID: ResourceName {
  public func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withBytes(body)
  }
}
