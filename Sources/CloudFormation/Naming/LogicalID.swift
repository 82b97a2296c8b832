/// The name of a resource within its template: ASCII letters and digits, at most 255 of them.
///
/// It is made from an owner's name (letters and digits) and a role with words, never from a position or from other
/// resources, so that a resource keeps its name as long as it is itself. Different owners, roles and words always
/// give different names, and a name can be read:
///
///     Shop                              the API itself
///     Shop0Items0vid                    /items/{id}
///     Shop0Items0vid0GET                its GET method
///     Shop0Items0vid0GET0permissionprod the right to call the method's function through the stage prod
///     Shop0authorizerMyAuthorizer       an authorizer
///
/// Only letters and digits are allowed, so `0` does the work of an underscore. A name is the owner's name and parts,
/// each of which begins with a `0` and a character that is neither `0` nor `x`:
///
/// * `0u`, `0v`, `0g` and text are segments of a path: literal text, `{name}` and `{name+}`. A literal segment that
///   starts with a lower-case letter drops the `u` and has that letter as a capital, unless it would read as a verb.
/// * `0` and a verb in capitals are a method.
/// * `0`, a lower-case word and text are another role. No word starts with `g`, `h`, `n`, `u`, `v` or `x`, and none
///   is the beginning of another, so that the text may follow at once.
/// * In text `00` is a `0`, and `0x` with two lower-case digits a byte that is no ASCII letter or digit.
/// * An owner whose name has a `0` is told by its length, `0n` and digits at the very end.
/// * What would be longer than 255 keeps its first 200 characters; `cut0h` and the 32 hex digits of the whole
///   name's `MurmurHash3` follow. The word before the `0` keeps an escape from running into it.
///
/// A thing itself has its owner's name verbatim. Names that a user chose, these and given ones, may thus equal a
/// derived one when they have a `0`; `Template.repeatedIDs` finds that.
public struct LogicalID: Hashable, Sendable {
  /// The name.
  public let text: String

  /// The name of what plays a role for an owner, whose name is one or more ASCII letters and digits.
  public init(_ role: Role, of owner: String) {
    guard !role.isItself else {
      text = LogicalIDBuilder.shortened(owner)
      return
    }
    var builder = LogicalIDBuilder(owner: owner)
    role.write(to: &builder)
    text = builder.finish()
  }

  /// The name that the user fixed: 1 to 255 ASCII letters and digits.
  public init(given name: String) {
    text = name
  }
}
