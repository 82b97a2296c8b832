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

  /// Writes the template beside the file and renames it.
  func replace(with template: Template, as format: TemplateFormat) throws(Failure) {
    try Signals.deferring { () throws(Failure) in
      do throws(SystemError) {
        let temporary = try makeTemporary()
        let path = temporary.path
        var isRenamed = false
        defer { if !isRenamed { unlink(path) } }
        guard try fill(temporary, with: template, as: format) else { return }
        guard rename(path, self.path) == 0 else { throw SystemError.last }
        isRenamed = true
        synchronizeFolder()
      } catch {
        throw error.failure("write", path)
      }
    }
  }

  /// Writes and closes the temporary file.
  /// - Returns: whether it differs from the file that is there.
  private func fill(
    _ temporary: consuming Temporary, with template: Template, as format: TemplateFormat
  ) throws(SystemError) -> Bool {
    let file = temporary.file
    var comparison = Comparison(with: path)
    try template.write(as: format) { bytes throws(SystemError) in
      try file.writeBytes(bytes)
      comparison.take(bytes)
    }
    if comparison.isSame { return false }
    if let mode, fchmod(file.descriptor, mode) != 0 { throw SystemError.last }
    // Some file systems cannot synchronise; the rename is whole on them too.
    guard fsync(file.descriptor) == 0 || errno == EINVAL else { throw SystemError.last }
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
        return Temporary(path: candidate, file: try OpenFile(candidate, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666))
      } catch {
        // The remains of a program that was killed; another number is free.
        guard error.code == EEXIST, number < .max else { throw error }
        number += 1
      }
    }
  }

  /// Makes the new name last over a power cut. The file is whole either way, so that a failure changes nothing.
  private func synchronizeFolder() {
    let folder = Path.folder(of: path)
    guard let file = try? OpenFile(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY) else { return }
    fsync(file.descriptor)
  }
}
