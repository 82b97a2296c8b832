import Foundation
import Synchronization

@testable import apigw_synth

/// The operating system's files, of which one call fails.
final class FailingFiles: OutputFileSystem {
  private let failing: Int
  private let code: Int32
  private let calls = Mutex<[String]>([])

  /// - Parameters:
  ///   - failing: the number of the call that fails, from 0.
  ///   - code: what the system says then.
  init(failing: Int, code: Int32) { (self.failing, self.code) = (failing, code) }

  /// What was called, in its order.
  var names: [String] { calls.withLock { $0 } }

  /// The name of the call that failed; nil when there were fewer calls.
  var failed: String? { names.dropFirst(failing).first }

  private func call(_ name: String) throws(SystemError) {
    let number = calls.withLock { calls in
      calls.append(name)
      return calls.count - 1
    }
    if number == failing { throw SystemError(code: code) }
  }

  func create(_ path: String) throws(SystemError) -> OpenFile {
    try call("create")
    return try SystemFiles().create(path)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: borrowing OpenFile) throws(SystemError) {
    // A disk that fills takes a part before it refuses the rest.
    let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2))
    try SystemFiles().write(part, to: file)
    try call("write")
    try SystemFiles().write(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(part.count)), to: file)
  }

  func startSynchronizing(_ part: Range<Int>, of file: borrowing OpenFile) {
    SystemFiles().startSynchronizing(part, of: file)
  }

  func setMode(_ mode: mode_t, of file: borrowing OpenFile) throws(SystemError) {
    try call("setMode")
    try SystemFiles().setMode(mode, of: file)
  }

  func synchronize(_ file: borrowing OpenFile) throws(SystemError) {
    try call("synchronize")
    try SystemFiles().synchronize(file)
  }

  func close(_ file: consuming OpenFile) throws(SystemError) {
    // A close that fails has closed the file.
    try SystemFiles().close(file)
    try call("close")
  }

  func rename(_ path: String, to newPath: String) throws(SystemError) {
    try call("rename")
    try SystemFiles().rename(path, to: newPath)
  }

  func remove(_ path: String) throws(SystemError) {
    try call("remove")
    try SystemFiles().remove(path)
  }
}
