import CloudFormation
import Document
import Spec

/// Settings of the spec as properties, without values in between; what nobody set is left out.
extension PropertyWriter {
  @inline(__always)
  mutating func add<Setting>(
    _ name: PropertyName, _ setting: Located<Setting>?, _ write: (Setting, inout PropertyWriter) -> Void
  ) {
    guard let setting else { return }
    writeName(name)
    write(setting.value, &self)
  }

  /// Adds an object with a member for each entry.
  @inline(__always)
  mutating func add<Setting>(
    _ name: PropertyName, map: Located<[Named<Setting>]>?, _ write: (Setting, inout PropertyWriter) -> Void
  ) {
    guard let map else { return }
    writeName(name)
    writeObject(map.value, name: { $0.name }) { write($0.value, &$1) }
  }
}

extension ValueConverter {
  func write(_ text: Deferrable<String>, to writer: inout PropertyWriter) {
    switch text {
    case .known(let text): writer.write(text)
    case .deferred(let node): writer.write(free(node))
    }
  }

  func write(_ flag: Deferrable<Bool>, to writer: inout PropertyWriter) {
    switch flag {
    case .known(let flag): writer.write(flag)
    case .deferred(let node): writer.write(free(node))
    }
  }

  func write<Word: Choice>(_ word: Deferrable<Word>, to writer: inout PropertyWriter) {
    switch word {
    case .known(let word): writer.write(word.rawValue)
    case .deferred(let node): writer.write(free(node))
    }
  }

  func write(_ template: TemplateText, to writer: inout PropertyWriter) {
    if case .text(let text) = template { writer.write(text) } else { writer.write(text(template)) }
  }
}
