/// A file that a new project starts with.
struct StarterFile {
  /// Its path in the project.
  let name: String
  /// A few words, for the list of what was made.
  let purpose: String
  let text: String
}

/// The files that a new project starts with; they pass every check as they are.
enum Starter {
  static let files = [spec, handler, hooks, workflow]
}
