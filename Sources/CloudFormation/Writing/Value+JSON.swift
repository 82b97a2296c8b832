extension Value {
  /// The value as JSON without blanks, members in their order, only what JSON demands escaped, in UTF-8. Two values
  /// have the same form exactly if a template would hold the same JSON for them.
  public var canonicalBytes: [UInt8] { WrittenValue(self).canonicalBytes }
}

extension Form {
  /// What it holds as JSON without blanks.
  var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    let sink = { (piece: UnsafeRawBufferPointer) in bytes.append(contentsOf: piece) }
    withoutActuallyEscaping(sink) { sink in
      var writer = JSONWriter(OutputBuffer(blockSize: 4_096, sink: sink), indented: false)
      read { writer.write($0) }
      writer.output.finish()
    }
    return bytes
  }
}
