#if canImport(Darwin)
  import Darwin

  /// Tells when one of some files changes, or is replaced, moved or made: through kqueue, on the files and the folders that
  /// they are in.
  struct ChangeWatch: ~Copyable {
    private let endings: Endings
    private let sightings: Sightings
    private let queue: Int32
    private var descriptors: [Int32] = []

    private static let events = NOTE_WRITE | NOTE_EXTEND | NOTE_DELETE | NOTE_RENAME | NOTE_ATTRIB | NOTE_LINK

    init(on sightings: Sightings, until endings: Endings) throws(Failure) {
      (self.endings, self.sightings) = (endings, sightings)
      queue = kqueue()
      guard queue >= 0 else { throw SystemError.last.failure("watch", "files") }
      for number in endings.signals { register(UInt(number), Int16(EVFILT_SIGNAL), 0) }
      var places = WatchedPlaces()
      for path in sightings.paths { places.add(path) }
      for path in sightings.paths + places.names.keys {
        // What is missing is seen in the folder where it would be.
        let descriptor = open(path, O_EVTONLY | O_CLOEXEC)
        guard descriptor >= 0 else { continue }
        descriptors.append(descriptor)
        register(UInt(descriptor), Int16(EVFILT_VNODE), UInt32(Self.events))
      }
    }

    deinit {
      for descriptor in descriptors { close(descriptor) }
      close(queue)
    }

    private func register(_ identifier: UInt, _ filter: Int16, _ events: UInt32) {
      var change = kevent(
        ident: identifier, filter: filter, flags: UInt16(EV_ADD | EV_CLEAR), fflags: events, data: 0, udata: nil)
      kevent(queue, &change, 1, nil, 0, nil)
    }

    /// Returns when a file has changed.
    func wait() -> Wake {
      while true {
        // A folder's event tells no name: the output that is written there makes one too.
        if let wake = next(within: nil), wake == .ending || !sightings.areCurrent { return wake }
      }
    }

    /// - Parameter milliseconds: how long to wait; nil is for ever.
    /// - Returns: nil when nothing happened.
    func next(within milliseconds: Int?) -> Wake? {
      if endings.haveCome { return .ending }
      var event = kevent()
      var time = timespec(tv_sec: 0, tv_nsec: (milliseconds ?? 0) * 1_000_000)
      let count = withUnsafePointer(to: &time) { time in
        kevent(queue, nil, 0, &event, 1, milliseconds == nil ? nil : time)
      }
      guard count > 0 else { return nil }
      return event.filter == Int16(EVFILT_SIGNAL) ? .ending : .change
    }
  }
#endif
