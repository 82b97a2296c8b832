/// Stops the fuzzer at an input that breaks a promise.
public func demand(_ condition: @autoclosure () -> Bool, _ promise: @autoclosure () -> String) {
  if !condition() { preconditionFailure(promise()) }
}

/// The bytes that the fuzzer made up.
public func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
