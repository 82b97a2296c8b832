/// A value, or an object's members, as a run of bytes: what a resource is from its making to its writing. It is hashed
/// as it stands and read once for each writing, so that no tree of values is ever in memory for a whole template.
///
/// A text is a tag, its UTF-8 and a byte that UTF-8 never holds; an object is a tag, its members and an end, a member a
/// name and a value. A name or text that most resources have is one byte alone (`PropertyName`, `KnownWord`), a `Ref` is a
/// tag and what it names, and so is an `Fn::Sub`, whose tag may be the beginning of its text too (`KnownBeginning`). Values that a template would hold the same JSON for have the same bytes, whichever way they
/// are put together. How else they differ stands in notes beside them.
struct Form: Sendable {
  /// The first byte of each token.
  enum Tag: UInt8 {
    case text = 1
    case number, `true`, `false`, null, object, list, endOfObject, endOfList, name
    /// `Ref` to a text, `Fn::Sub` of one, and `Fn::GetAtt` of two.
    case ref, sub, attribute
    /// `Fn::Sub` of a text of which the tag is the beginning (`KnownBeginning`).
    case subOfFunctionUri, subOfExecuteArn

    /// The name of a function that has a tag of its own.
    var function: StaticString { self == .ref ? "Ref" : self == .attribute ? "Fn::GetAtt" : "Fn::Sub" }
  }

  /// What the bytes of an object do not tell.
  struct Note: Sendable {
    enum Kind: Sendable {
      /// It is a function that the user wrote out: YAML keeps its spelling.
      case function
      /// It has the tag of a function and is none.
      case plain
      /// Its members do not stand in the order of their names.
      case unsorted
    }

    /// The index of the object's tag.
    let index: Int
    let kind: Kind
  }

  static let endOfText: UInt8 = 0xff
  /// The zeros after the last token, so that sixteen bytes can be looked at together.
  static let margin = 16

  let bytes: FormBytes
  /// In the order of their objects; most forms have none.
  let notes: [Note]

  /// Lends the tokens, or those from one index to another.
  @inline(__always)
  func read<Result>(from start: Int = 0, to end: Int? = nil, _ body: (FormReader) -> Result) -> Result {
    withExtendedLifetime(bytes) {
      body(FormReader(bytes: bytes.all, notes: notes, index: start, end: end ?? bytes.all.count))
    }
  }
}

/// The tokens of a form in memory of their own, into which they were written.
final class FormBytes: Sendable {
  /// The tokens; a margin follows them. Nobody writes to them any more.
  nonisolated(unsafe) let all: UnsafeBufferPointer<UInt8>

  /// - Parameter all: memory that was allocated for this, and is this object's from now on.
  init(_ all: UnsafeBufferPointer<UInt8>) {
    self.all = all
  }

  deinit {
    all.deallocate()
  }
}
