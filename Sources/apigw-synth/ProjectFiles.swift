import Document

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of the project in which a spec lies: nothing outside of its root is ever read, whatever links say.
struct ProjectFiles: FileReader {
  private let root: ProjectRoot

  /// - Parameters:
  ///   - folder: the spec's.
  ///   - root: the project's, when it was given; else the folder of the nearest `.git` above the spec, or the spec's own.
  init(of folder: String, root: String?) throws(Failure) {
    if let root {
      do throws(SystemError) {
        guard try FileStatus(of: root, followsLinks: true).kind == .folder else { throw SystemError(code: ENOTDIR) }
        self.root = ProjectRoot(path: try Path.real(root))
      } catch {
        throw error.failure("use root", root)
      }
      return
    }
    do throws(SystemError) {
      let folder = try Path.real(folder)
      self.root = ProjectRoot(path: Self.repository(above: folder) ?? folder)
    } catch {
      throw error.failure("read", folder.isEmpty ? "." : folder)
    }
  }

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    resolve(path, from: file).flatMap { real in
      do throws(SystemError) {
        let opened = try root.open(real)
        let status = try opened.status()
        guard status.kind == .file else { return .failure(.notAFile) }
        guard status.size <= limit else { return .failure(.tooLarge) }
        let bytes = try opened.readBytes(limit: limit + 1, expected: status.size)
        return bytes.count > limit ? .failure(.tooLarge) : .success(bytes)
      } catch {
        return .failure(Self.reason(error))
      }
    }
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    resolve(path, from: file).flatMap { real in
      do throws(SystemError) {
        let kind = try root.status(of: real).kind
        return kind == .file || kind == .folder ? .success(()) : .failure(.notAFile)
      } catch {
        return .failure(Self.reason(error))
      }
    }
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> {
    resolve(path, from: file).flatMap { real in
      do throws(SystemError) {
        guard try root.status(of: real).kind == .folder else { return .success([""]) }
        return .success(try root.files(below: real).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      } catch {
        return .failure(Self.reason(error))
      }
    }
  }

  func name(of path: String, from file: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    return Path.folder(of: file) + path
  }

  /// The real path of what a spec names, when it lies in the project.
  func resolve(_ path: String, from file: String) -> Result<String, FileError> {
    guard !path.isEmpty, !path.utf8.contains(0) else { return .failure(.missing) }
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("://") else { return .failure(.outside) }
    var place = ""
    do throws(SystemError) {
      place = try Path.real(Path.folder(of: file)) + "/" + path
      // Before the disk is asked: what exists outside of the project is not to be learnt either.
      guard root.contains(place) else { return .failure(.outside) }
      let real = try Path.real(place)
      return root.contains(real) ? .success(real) : .failure(.outside)
    } catch {
      return .failure(root.isLeft(on: place) ? .outside : Self.reason(error))
    }
  }

  private static func reason(_ error: SystemError) -> FileError {
    error.code == ENOENT || error.code == ENOTDIR ? .missing : .unreadable(error.reason)
  }

  /// The folder of the nearest `.git` above a real path.
  static func repository(above folder: String) -> String? {
    var names = Path.names(folder)
    while true {
      // Not 'joined', whose generic code takes longer to get ready than all of this to run.
      let candidate = names.reduce(into: "") { $0 += "/\($1)" }
      if (try? FileStatus(of: candidate + "/.git", followsLinks: false)) != nil {
        return names.isEmpty ? "/" : candidate
      }
      if names.popLast() == nil { return nil }
    }
  }
}
