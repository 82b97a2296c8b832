#if os(Linux)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// Tells when one of some files changes, or is replaced, moved or made: through inotify, on the folders that they are in.
  struct ChangeWatch: ~Copyable {
    private let endings: Endings
    private let queue: Int32
    /// The folders, ending in `/`, and the names of interest in each, by their watch.
    private var places: [Int32: (folder: String, names: Set<String>)] = [:]

    private static let events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB
    private static let ownEvents = IN_DELETE_SELF | IN_MOVE_SELF
    /// Of the folder itself, or of the queue when it has run over.
    private static let always = ownEvents | IN_Q_OVERFLOW | IN_IGNORED | IN_UNMOUNT

    init(on sightings: Sightings, until endings: Endings) throws(Failure) {
      self.endings = endings
      queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard queue >= 0 else { throw SystemError.last.failure("watch", "files") }
      var wanted = WatchedPlaces()
      for path in sightings.paths { wanted.add(path) }
      for (folder, names) in wanted.names { try add(folder, names) }
    }

    deinit { close(queue) }

    private mutating func add(_ folder: String, _ inner: Set<String>) throws(Failure) {
      let mask = UInt32(Self.events | Self.ownEvents) | UInt32(IN_ONLYDIR)
      let watch = inotify_add_watch(queue, folder, mask)
      if watch >= 0 {
        places[watch, default: (folder.hasSuffix("/") ? folder : folder + "/", [])].names.formUnion(inner)
      } else if errno != ENOENT, errno != ENOTDIR {
        // What has gone since it was looked at is found by the comparison that follows.
        throw SystemError.last.failure("watch", folder)
      }
    }

    /// Returns when a file has changed.
    func wait() -> Wake {
      while true {
        if let wake = next(within: nil) { return wake }
      }
    }

    /// - Parameter milliseconds: how long to wait; nil is for ever.
    /// - Returns: nil when nothing of interest happened.
    func next(within milliseconds: Int?) -> Wake? {
      var descriptors = fd_set()
      withUnsafeMutableBytes(of: &descriptors) { bytes in bytes[Int(queue) / 8] |= 1 << UInt8(queue % 8) }
      var time = timespec(tv_sec: 0, tv_nsec: (milliseconds ?? 0) * 1_000_000)
      var mask = endings.maskOfWaits
      let count = withUnsafePointer(to: &time) { time in
        pselect(queue + 1, &descriptors, nil, nil, milliseconds == nil ? nil : time, &mask)
      }
      // Only a handler interrupts the wait, and only endings have one.
      if count < 0 { return .ending }
      return count > 0 && takeEvents() ? .change : nil
    }

    /// Empties the queue.
    /// - Returns: whether an event was of interest.
    private func takeEvents() -> Bool {
      var isOfInterest = false
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
        while true {
          let count = read(queue, buffer.baseAddress, buffer.count)
          guard count > 0 else { return }
          if look(through: UnsafeRawBufferPointer(rebasing: buffer[..<count])) { isOfInterest = true }
        }
      }
      return isOfInterest
    }

    private func look(through events: UnsafeRawBufferPointer) -> Bool {
      var (offset, isOfInterest) = (0, false)
      let header = MemoryLayout<inotify_event>.size
      while offset + header <= events.count {
        let event = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let name = events[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 }
        if concerns(event, String(decoding: name, as: UTF8.self)) { isOfInterest = true }
        offset += header + Int(event.len)
      }
      return isOfInterest
    }

    private func concerns(_ event: inotify_event, _ name: String) -> Bool {
      if event.mask & UInt32(Self.always) != 0 { return true }
      guard let place = places[event.wd], place.names.contains(name) else { return false }
      return event.mask & UInt32(IN_CREATE) == 0 || Self.isWhole(place.folder + name)
    }

    /// Whether something that has just been made will have no event when it is finished, as a new file has when it is closed.
    private static func isWhole(_ path: String) -> Bool {
      var status = stat()
      return lstat(path, &status) == 0 && (status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1)
    }
  }
#endif
