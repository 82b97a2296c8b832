/// What ended a wait.
enum Wake {
  case change
  /// A signal that ends the program.
  case ending
}

/// How long a save may take from its first event to its last.
enum Patience {
  /// Milliseconds without an event after which a save is over.
  static let quiet = 4
  /// How often the quiet may be disturbed: a file that is written without end is looked at all the same.
  static let disturbances = 5
  /// Milliseconds that a file may be gone before that is taken for more than a replacement.
  static let absence = 100
}

extension ChangeWatch {
  /// Waits for the end of a save.
  ///
  /// Editors save in several steps: some move the old file away and write the new one in its place.
  func settle(_ sightings: Sightings) -> Wake {
    for _ in 0..<Patience.disturbances {
      switch next(within: Patience.quiet) {
      case .ending: return .ending
      case .change: continue
      case nil: break
      }
      guard sightings.lackFiles else { return .change }
      switch next(within: Patience.absence) {
      case .ending: return .ending
      case .change: continue
      case nil: return .change
      }
    }
    return .change
  }
}
