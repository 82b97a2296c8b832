/// A hash of resources, each with its name and all that stands in the template for it but CloudFormation's own
/// attributes (`DependsOn` and its like). Neither the resources' order counts nor that of an object's members; that of
/// lists does.
public struct ContentHash: ~Copyable {
  private var writer = ContentWriter()
  private var sum: MurmurHash3.Words = (0, 0)
  private var count: UInt64 = 0

  /// The hash of no resource yet.
  public init() {}

  /// Takes a resource.
  public mutating func add(_ resource: TemplateResource) {
    writer.writeName(resource.id.text)
    switch resource.body {
    case .raw(let value):
      writer.write(value)
    case .typed(let typed):
      writer.beginObject()
      writer.add("Properties", typed)
      writer.add("Type", Swift.type(of: typed).type)
      writer.endObject()
    }
    finishOne()
  }

  /// Takes a file that a resource refers to, by the name it has there.
  public mutating func add(file name: String, contents: [UInt8]) {
    writer.writeName(name)
    var hash = MurmurHash3()
    contents.withUnsafeBytes { hash.update($0) }
    let words = hash.finished()
    writer.write(word: words.first)
    writer.write(word: words.second)
    finishOne()
  }

  private mutating func finishOne() {
    let words = writer.finish()
    sum = (sum.first &+ words.first, sum.second &+ words.second)
    count &+= 1
  }

  /// The hash of all that was taken: 32 lower-case hex digits. It is the same on every platform and in every release.
  public consuming func hexadecimal() -> String {
    writer.write(word: sum.first)
    writer.write(word: sum.second)
    writer.write(word: count)
    return MurmurHash3.hexadecimal(writer.finish())
  }
}
