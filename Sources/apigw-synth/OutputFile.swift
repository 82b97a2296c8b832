import CloudFormation
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is replaced whole or not at all, and left alone when its content would not change.
struct OutputFile {
  let path: String
  /// The rights of the file that is there.
  let mode: mode_t?
  var system: any OutputFileSystem = SystemFiles()

  /// What puts content into a file, piece by piece.
  private typealias Writer = ((UnsafeRawBufferPointer) throws(SystemError) -> Void) throws(SystemError) -> Void

  /// Writes the template beside the file and renames it.
  func replace(with template: Template, as format: TemplateFormat) throws(Failure) {
    try replace { write throws(SystemError) in try template.write(as: format, to: write) }
  }

  /// Writes the bytes beside the file and renames it.
  func replace(with bytes: [UInt8]) throws(Failure) {
    try replace { write throws(SystemError) in
      var failure: SystemError?
      bytes.withUnsafeBytes { buffer in
        do throws(SystemError) { try write(buffer) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }

  private func replace(_ content: Writer) throws(Failure) {
    try Signals.deferring { () throws(Failure) in
      do throws(SystemError) {
        let temporary = try makeTemporary()
        let path = temporary.path
        var isRenamed = false
        defer { if !isRenamed { try? system.remove(path) } }
        guard try fill(temporary, with: content) else { return }
        try system.rename(path, to: self.path)
        isRenamed = true
      } catch {
        throw error.failure("write", path)
      }
    }
  }

  /// The bytes that the disk is given at a time while the next are made: waiting for all of a large template in the end takes
  /// a tenth of its time.
  private static let partSize = 1 << 18

  /// Writes and closes the temporary file.
  /// - Returns: whether it differs from the file that is there.
  private func fill(_ temporary: consuming Temporary, with content: Writer) throws(SystemError) -> Bool {
    let file = temporary.file
    var comparison = Comparison(with: path)
    var (written, onItsWay) = (0, 0)
    try content { bytes throws(SystemError) in
      try system.write(bytes, to: file)
      comparison.take(bytes)
      written += bytes.count
      guard written - onItsWay >= Self.partSize else { return }
      system.startSynchronizing(onItsWay..<written, of: file)
      onItsWay = written
    }
    if comparison.isSame { return false }
    if let mode { try system.setMode(mode, of: file) }
    try system.synchronize(file)
    try system.close(file)
    return true
  }

  /// Whether the file holds exactly the template.
  func holds(_ template: Template, as format: TemplateFormat) -> Bool {
    var comparison = Comparison(with: path)
    template.write(as: format) { bytes in comparison.take(bytes) }
    return comparison.isSame
  }

  private struct Temporary: ~Copyable {
    let path: String
    let file: OpenFile
  }

  private func makeTemporary() throws(SystemError) -> Temporary {
    let folder = Path.folder(of: path)
    var number = getpid()
    while true {
      let candidate = "\(folder).apigw-synth-\(number).tmp"
      do throws(SystemError) {
        return Temporary(path: candidate, file: try system.create(candidate))
      } catch {
        // The remains of a program that was killed; another number is free.
        guard error.code == EEXIST, number < .max else { throw error }
        number += 1
      }
    }
  }
}
