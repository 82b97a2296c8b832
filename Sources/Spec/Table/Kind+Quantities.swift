import Diagnostics
import Document

/// A length of time, as the spec writes it: `50ms`, `29s`, `5m`, `1h`, `10d`.
public struct Duration: Hashable, Sendable {
  public let milliseconds: Int
  /// Whole seconds; exact where the field counts seconds.
  public var seconds: Int { milliseconds / 1000 }

  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// Reads digits and a unit; nil when out of form or beyond 64 bits.
  init?(_ text: String) {
    guard let unit = Self.units.first(where: { text.hasSuffix($0.name) }),
      let count = plainInteger(String(text.dropLast(unit.name.count))), count >= 0
    else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: unit.milliseconds)
    guard !overflow else { return nil }
    milliseconds = product
  }

  /// `ms` stands before `s` and `m`, which are its last and first letter.
  private static let units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)]
    .map { (name: $0.0, milliseconds: $0.1) }
}

extension Kind where Value == Duration {
  /// A duration; a field that AWS counts in seconds takes no fraction of one.
  ///
  /// - Parameter likely: the values that make sense where more is accepted; a bare number is read by them.
  public static func duration(
    wholeSeconds: Bool, _ range: ClosedRange<Int> = 0...(.max), likely: ClosedRange<Int>? = nil,
    rule: RuleID = "SPEC103"
  ) -> Kind {
    Kind(.duration(range)) { node, reader in
      let text = reader.document.string(node)
      guard reader.isLiteral(node), !reader.isNull(node), let duration = Duration(text) else {
        let bare = plainInteger(text) != nil
        reader.wrongValue(
          node, wanted: bare ? "a duration with its unit" : Shape.duration(range).words, rule: "SPEC116",
          help: bare ? "write '\(text)s' for seconds, '\(text)ms' for milliseconds" : "write for example 500ms, 5s, 1m",
          correction: reader.isLiteral(node)
            ? Duration.spelled(text, wholeSeconds: wholeSeconds, in: likely ?? range).map { .text($0) } : nil)
        return nil
      }
      if wholeSeconds, duration.milliseconds % 1000 != 0 {
        reader.wrongValue(node, wanted: "whole seconds", rule: "SPEC116", help: "AWS counts seconds here")
        return nil
      }
      guard range.contains(duration.milliseconds) else {
        reader.wrongValue(node, wanted: "from \(Duration.words(range))", rule: rule)
        return nil
      }
      return duration
    }
  }
}

extension Duration {
  /// The spelling of a text that can mean one length of time alone: `300` where AWS counts seconds, `5 min`.
  fileprivate static func spelled(_ text: String, wholeSeconds: Bool, in range: ClosedRange<Int>) -> String? {
    let compact = text.lowercased().filter { $0 != " " }
    let digits = String(compact.prefix { $0.isASCII && $0.isNumber })
    let unit = String(compact.dropFirst(digits.utf8.count))
    let possible = unit.isEmpty ? (wholeSeconds ? ["s"] : ["s", "ms"]) : [unitWords[unit] ?? unit]
    let meant = possible.map { digits + $0 }.filter { spelling in
      Duration(spelling).map { range.contains($0.milliseconds) && (!wholeSeconds || $0.milliseconds % 1000 == 0) }
        ?? false
    }
    return meant.count == 1 ? meant[0] : nil
  }

  private static let unitWords = [
    "msec": "ms", "msecs": "ms", "millis": "ms", "milliseconds": "ms", "sec": "s", "secs": "s", "second": "s",
    "seconds": "s", "min": "m", "mins": "m", "minute": "m", "minutes": "m", "hr": "h", "hrs": "h", "hour": "h",
    "hours": "h", "day": "d", "days": "d",
  ]

  fileprivate static func words(_ range: ClosedRange<Int>) -> String {
    func words(_ milliseconds: Int) -> String {
      let unit = units.last { milliseconds % $0.milliseconds == 0 && (milliseconds > 0 || $0.name == "s") }
      return unit.map { "\(milliseconds / $0.milliseconds)\($0.name)" } ?? "\(milliseconds)ms"
    }
    return "\(words(range.lowerBound)) to \(words(range.upperBound))"
  }
}

/// A number of bytes or MiB, as the spec writes it: an integer in the field's own unit, or `1KiB`, `10MiB`.
public enum SizeUnit: Int, Sendable {
  case bytes = 1
  case mebibytes = 1_048_576
}

extension Kind where Value == Int {
  /// A size in the field's unit; a written unit must come out whole. A bare number in quotes is text, and none.
  public static func size(in unit: SizeUnit, _ range: ClosedRange<Int>, rule: RuleID = "SPEC103") -> Kind {
    Kind(.size) { node, reader in
      let text = reader.document.string(node)
      let mayBeSize = text.hasSuffix("iB") ? reader.isLiteral(node) : reader.isPlainLiteral(node)
      guard mayBeSize, let size = parsedSize(text, in: unit) else {
        let wanted = unit == .bytes ? Shape.size.words : "a size in whole MiB: 512, or 1GiB"
        let meant = sizeSpelling(text).flatMap { spelling in
          parsedSize(spelling, in: unit).flatMap { range.contains($0) ? spelling : nil }
        }
        reader.wrongValue(
          node, wanted: wanted, rule: "SPEC103", help: reader.helpWithQuotes(node),
          correction: reader.isLiteral(node) ? meant.map { .plain($0) } : nil)
        return nil
      }
      guard range.contains(size) else {
        reader.wrongValue(node, wanted: unit == .bytes ? "\(range.words) bytes" : "\(range.words) MiB", rule: rule)
        return nil
      }
      return size
    }
  }
}

/// A size with the blanks and the case that its unit has: `10 mib` as `10MiB`.
private func sizeSpelling(_ text: String) -> String? {
  let compact = text.lowercased().filter { $0 != " " }
  guard compact.hasSuffix("ib"), let letter = compact.dropLast(2).last else {
    return plainInteger(compact) == nil ? nil : compact
  }
  return "\(compact.dropLast(3))\(letter.uppercased())iB"
}

private func parsedSize(_ text: String, in unit: SizeUnit) -> Int? {
  let factors = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]
  guard let (suffix, factor) = factors.first(where: { text.hasSuffix($0.0) }) else { return plainInteger(text) }
  guard let count = plainInteger(String(text.dropLast(suffix.count))), count >= 0 else { return nil }
  let (bytes, overflow) = count.multipliedReportingOverflow(by: factor)
  return overflow || bytes % unit.rawValue != 0 ? nil : bytes / unit.rawValue
}
