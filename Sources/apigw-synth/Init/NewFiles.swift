import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that gets files which are not there yet: nothing is ever replaced, and all are taken back when one fails.
struct NewFiles {
  /// What became of a file.
  enum Result { case made, kept }

  /// Ends in `/`; empty for the current folder.
  private let folder: String

  init(in folder: String) {
    switch folder {
    case ".", "./", "": self.folder = ""
    default: self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    }
  }

  func path(of name: String) -> String { folder + name }

  /// Whether anything has the name, also a link that leads nowhere.
  func has(_ name: String) -> Bool {
    (try? FileStatus(of: path(of: name), followsLinks: false)) != nil
  }

  func write(_ files: [StarterFile]) throws(Failure) -> [Result] {
    var made: [Made] = []
    do throws(Failure) {
      var results: [Result] = []
      for file in files { results.append(try write(file, noting: &made)) }
      return results
    } catch {
      for item in made.reversed() { item.takeBack() }
      throw error
    }
  }

  private func write(_ file: StarterFile, noting made: inout [Made]) throws(Failure) -> Result {
    if has(file.name) { return .kept }
    let path = path(of: file.name)
    do throws(SystemError) {
      try makeFolders(above: path, noting: &made)
      // Never replaces: what comes into being in between is an error too.
      let opened = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      made.append(.file(path))
      try opened.writeBytes(Array(file.text.utf8))
      try opened.finish()
      return .made
    } catch {
      throw error.failure("write", path)
    }
  }

  private func makeFolders(above path: String, noting made: inout [Made]) throws(SystemError) {
    for (index, byte) in zip(path.utf8.indices, path.utf8) where byte == UInt8(ascii: "/") && index != path.startIndex {
      let folder = String(path[..<index])
      if mkdir(folder, 0o777) == 0 {
        made.append(.folder(folder))
      } else if errno != EEXIST && (try? FileStatus(of: folder, followsLinks: true))?.kind != .folder {
        throw SystemError.last
      }
    }
  }
}

/// Something that was not there before.
private enum Made {
  case file(String)
  case folder(String)

  func takeBack() {
    switch self {
    case .file(let path): _ = unlink(path)
    case .folder(let path): _ = rmdir(path)
    }
  }
}
