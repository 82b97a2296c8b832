/// What has to stand where a message points, when that is certain and not only likely.
public enum Correction: Hashable, Sendable {
  /// Text, in the quotes of what stands there now.
  case text(String)
  /// A number, a truth value or another word that quotes would make text of.
  case plain(String)
}
