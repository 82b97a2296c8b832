/// A hash of resources, each with its name and all that stands in the template for it but CloudFormation's own
/// attributes (`DependsOn` and its like). Neither the resources' order counts nor that of an object's members; that of
/// lists does.
public struct ContentHash {
  private var sum: MurmurHash3.Words = (0, 0)
  private var count: UInt64 = 0

  /// The hash of no resource yet.
  public init() {}

  /// Takes a resource.
  public mutating func add(_ resource: TemplateResource) {
    let place = resource.place
    resource.form.read(from: place.start, to: place.attributes) { add($0) }
  }

  /// Takes a resource by its form without its attributes.
  mutating func add(_ resource: FormReader) {
    var hash = MurmurHash3()
    if resource.isSorted {
      hash.update(resource.rest)
    } else {
      resource.sortedBytes.withUnsafeBytes { hash.update($0) }
    }
    add(hash)
  }

  /// Takes a file that a resource refers to, by the name it has there.
  public mutating func add(file name: String, contents: [UInt8]) {
    var (content, hash) = (MurmurHash3(), MurmurHash3())
    contents.withUnsafeBytes { content.update($0) }
    var writer = PropertyWriter()
    writer.writeName(name)
    writer.take().read { hash.update($0.rest) }
    hash.update(content.finished())
    add(hash)
  }

  private mutating func add(_ hash: MurmurHash3) {
    let words = hash.finished()
    sum = (sum.first &+ words.first, sum.second &+ words.second)
    count &+= 1
  }

  /// The hash of all that was taken: 32 lower-case hex digits. It is the same on every platform and in every release.
  public func hexadecimal() -> String {
    var hash = MurmurHash3()
    hash.update(sum)
    hash.update(word: count)
    return MurmurHash3.hexadecimal(hash.finished())
  }
}

extension MurmurHash3 {
  fileprivate mutating func update(_ words: Words) {
    update(word: words.first)
    update(word: words.second)
  }

  /// Takes eight bytes, the least significant first.
  fileprivate mutating func update(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { update($0) }
  }
}
