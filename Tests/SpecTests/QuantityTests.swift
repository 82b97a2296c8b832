import Testing

@testable import Spec

/// Durations and sizes.
@Suite struct QuantityTests {
  @Test(
    "a duration is digits and a unit",
    arguments: [
      ("50ms", 50), ("0s", 0), ("29s", 29_000), ("5m", 300_000), ("1h", 3_600_000), ("10d", 864_000_000),
      ("'7s'", 7000),
      ("1500ms", 1500), ("0ms", 0),
    ])
  func durations(source: String, milliseconds: Int) {
    #expect(Decoding(source, as: Kind<Duration>.duration(wholeSeconds: false)).value?.milliseconds == milliseconds)
  }

  @Test("a bare number asks for its unit", arguments: ["5", "0", "300"])
  func bareNumbers(source: String) {
    #expect(
      Decoding(source, as: Kind<Duration>.duration(wholeSeconds: true)).findings == [
        "SPEC116 'key' must be a duration with its unit, got '\(source)' "
          + "(write '\(source)s' for seconds, '\(source)ms' for milliseconds)"
      ])
  }

  @Test(
    "nothing else is a duration",
    arguments: [
      "1.5s", "-1s", "05s", "5 s", "5sec", "s", "1h30m", "5M", "99999999999999999999s", "9223372036854775807d", "PT5S",
      "+5s", "1_0s", "\"\"",
    ])
  func noDurations(source: String) {
    let decoding = Decoding(source, as: Kind<Duration>.duration(wholeSeconds: false))
    #expect(decoding.value == nil && decoding.rules == ["SPEC116"], "\(decoding.findings)")
  }

  @Test func fractionsOfASecondAreRefusedWhereSecondsAreCounted() {
    let kind = Kind<Duration>.duration(wholeSeconds: true)
    #expect(Decoding("1000ms", as: kind).value?.seconds == 1)
    #expect(
      Decoding("1500ms", as: kind).findings == [
        "SPEC116 'key' must be whole seconds, got '1500ms' (AWS counts seconds here)"
      ])
  }

  @Test func limitsOfDurationsAreSaidInTheirUnits() {
    let kind = Kind<Duration>.duration(wholeSeconds: false, 50...29_000, rule: "TEST5")
    #expect(Decoding("50ms", as: kind).value?.milliseconds == 50 && Decoding("29s", as: kind).value != nil)
    #expect(Decoding("49ms", as: kind).findings == ["TEST5 'key' must be from 50ms to 29s, got '49ms'"])
    #expect(Decoding("1m", as: kind).rules == ["TEST5"])
    let cache = Kind<Duration>.duration(wholeSeconds: true, 0...3_600_000, rule: "TEST5")
    #expect(Decoding("0s", as: cache).value?.seconds == 0)
    #expect(Decoding("2h", as: cache).findings == ["TEST5 'key' must be from 0s to 1h, got '2h'"])
  }

  @Test func nullIsNoDuration() {
    #expect(Decoding("", as: Kind<Duration>.duration(wholeSeconds: true)).rules == ["SPEC113"])
  }

  @Test(
    "a size is an integer in the field's unit, or has its own",
    arguments: [
      ("0", 0), ("1024", 1024), ("1KiB", 1024), ("10MiB", 10_485_760), ("1GiB", 1_073_741_824), ("\"2KiB\"", 2048),
    ])
  func sizes(source: String, bytes: Int) {
    #expect(Decoding(source, as: Kind<Int>.size(in: .bytes, 0...(.max))).value == bytes)
  }

  @Test("a size in MiB must come out whole", arguments: [("512", 512), ("1GiB", 1024), ("2048KiB", 2)])
  func mebibytes(source: String, count: Int) {
    #expect(Decoding(source, as: Kind<Int>.size(in: .mebibytes, 0...4096)).value == count)
    #expect(Decoding("1KiB", as: Kind<Int>.size(in: .mebibytes, 0...4096)).rules == ["SPEC103"])
  }

  @Test(
    "nothing else is a size", arguments: ["1KB", "1.5MiB", "-1", "-1KiB", "\"10\"", "01", "1 KiB", "9999999999999GiB"])
  func noSizes(source: String) {
    #expect(Decoding(source, as: Kind<Int>.size(in: .bytes, 0...(.max))).rules == ["SPEC103"])
  }

  @Test func limitsOfSizesAreKept() {
    #expect(
      Decoding("11MiB", as: Kind<Int>.size(in: .bytes, 0...10_485_760, rule: "TEST6")).findings == [
        "TEST6 'key' must be 0 to 10485760 bytes, got '11MiB'"
      ])
    #expect(
      Decoding("64", as: Kind<Int>.size(in: .mebibytes, 128...10_240)).findings == [
        "SPEC103 'key' must be 128 to 10240 MiB, got '64'"
      ])
  }

  @Test("a logical ID is letters and digits", arguments: ["A", "shop9", "9Shop"])
  func logicalIDs(source: String) {
    #expect(Decoding("'\(source)'", as: Kind<String>.logicalID).value == source)
  }

  @Test func otherNamesAreNoLogicalIDs() {
    for name in ["a-b", "a b", "ü", "a.b", String(repeating: "a", count: 256), "''"] {
      #expect(Decoding(name, as: Kind<String>.logicalID).rules == ["SPEC110"], "\(name)")
    }
  }
}
