import Diagnostics
import Testing

@Suite struct ByteSearchTests {
  @Test("a pair is found wherever it stands, and nowhere else", arguments: [1, 3, 11, 70])
  func everyPlace(distance: Int) {
    for count in [0, 1, 63, 64, 65, 128, 200] {
      for place in 0..<max(0, count - distance) {
        var bytes = [UInt8](repeating: 0x78, count: count)
        (bytes[place], bytes[place + distance]) = (0x24, 0x7B)
        bytes.withUnsafeBufferPointer { bytes in
          #expect(bytes.firstPair(0x24, 0x7B, distance: distance) == place)
          #expect(bytes.firstPair(0x24, 0x7B, distance: distance, from: place) == place)
          #expect(bytes.firstPair(0x24, 0x7B, distance: distance, from: place + 1) == nil)
          #expect(bytes.firstPair(0x24, 0x24, distance: distance) == nil)
        }
      }
    }
  }
}
