/// Texts that most resources have. Each is written as its byte wherever it stands, whoever wrote it, so that the same JSON
/// has the same form.
enum KnownText {
  /// The byte of the first name; no tag comes after it.
  static let firstName: UInt8 = 0x20
  /// The byte of the first word; names end before it.
  static let firstWord: UInt8 = 0xe0
  /// All of them, to be looked up either way.
  static let table = KnownTextTable()
}

/// A text that many resources of a template have as a value. The bytes go by the order of the cases, as those of names do.
enum KnownWord: String, CaseIterable {
  case method = "AWS::ApiGateway::Method"
  case resource = "AWS::ApiGateway::Resource"
  case permission = "AWS::Lambda::Permission"
  case invokeFunction = "lambda:InvokeFunction"
  case apiGateway = "apigateway.amazonaws.com"

  /// How long they are, in bytes.
  static let lengths = 21...25

  /// The byte that stands for the word in a form.
  @inline(__always)
  var code: UInt8 { KnownText.firstWord &+ unsafeBitCast(self, to: UInt8.self) }
}

/// The texts by their bytes and the bytes by their texts, in memory that is never given back: there is one table.
struct KnownTextTable: Sendable {
  /// 48 bytes for each byte of a form: the text as JSON has it, between quotes, a name with its colon and a blank.
  nonisolated(unsafe) private let slots: UnsafeMutableRawPointer
  /// How many bytes of a slot are that.
  nonisolated(unsafe) private let lengths: UnsafeMutablePointer<UInt8>
  /// The bytes by their texts' keys, 0 for none; one that finds its place taken has the next.
  nonisolated(unsafe) private let codes: UnsafeMutablePointer<UInt8>

  static let slotSize = 48
  private static let keyMask = 1_023

  fileprivate init() {
    slots = .allocate(byteCount: 256 * Self.slotSize, alignment: 16)
    lengths = .allocate(capacity: 256)
    codes = .allocate(capacity: Self.keyMask + 1)
    codes.initialize(repeating: 0, count: Self.keyMask + 1)
    for name in PropertyName.allCases { add(name.rawValue, name.code, "\": ") }
    for word in KnownWord.allCases { add(word.rawValue, word.code, "\"") }
  }

  private func add(_ text: String, _ code: UInt8, _ ending: StaticString) {
    text.withBytes { text in
      let slot = UnsafeMutableRawBufferPointer(start: slots + Int(code) * Self.slotSize, count: Self.slotSize)
      slot[0] = UInt8(ascii: "\"")
      UnsafeMutableRawBufferPointer(rebasing: slot[1...]).copyBytes(from: text)
      UnsafeMutableRawBufferPointer(rebasing: slot[(1 + text.count)...]).copyBytes(from: ending.bytes)
      lengths[Int(code)] = UInt8(1 + text.count + ending.utf8CodeUnitCount)
      codes[freePlace(for: text)] = code
    }
  }

  private func freePlace(for text: UnsafeBufferPointer<UInt8>) -> Int {
    var place = Self.key(of: text)
    while codes[place] != 0 { place = (place + 1) & Self.keyMask }
    return place
  }

  @inline(__always)
  private static func key(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let ends = 7 &* Int(text[0]) &+ 31 &* Int(text[text.count &>> 1]) &+ 13 &* Int(text[text.count &- 1])
    return (ends &+ 57 &* text.count) & keyMask
  }
}

extension KnownTextTable {
  /// The byte of a name; nil for one that has none.
  func name(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard text.count > 0, let code = code(of: text), code < KnownText.firstWord else { return nil }
    return code
  }

  /// The byte of a word; nil for one that has none.
  @inline(__always)
  func word(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard KnownWord.lengths.contains(text.count), let code = code(of: text), code >= KnownText.firstWord else {
      return nil
    }
    return code
  }

  private func code(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var place = Self.key(of: text)
    while codes[place] != 0 {
      if self.text(codes[place]).equals(text) { return codes[place] }
      place = (place &+ 1) & Self.keyMask
    }
    return nil
  }

  /// The text of a byte that has one.
  func text(_ code: UInt8) -> UnsafeBufferPointer<UInt8> {
    let start = (slots + (Int(code) &* Self.slotSize &+ 1)).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(lengths[Int(code)]) &- (code < KnownText.firstWord ? 4 : 2))
  }

  /// Copies a slot; returns how many bytes of it are what JSON has for a byte.
  @inline(__always)
  func copy(_ code: UInt8, to target: UnsafeMutableRawPointer) -> Int {
    let slot = slots + Int(code) &* Self.slotSize
    target.storeBytes(of: slot.loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
    target.storeBytes(
      of: slot.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt8>.self), toByteOffset: 32, as: SIMD16<UInt8>.self)
    return Int(lengths[Int(code)])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are the same.
  fileprivate func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (bytes, others) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var index = 0
    while index &+ 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word == others.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
      index &+= 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index &+= 1
    }
    return true
  }
}
