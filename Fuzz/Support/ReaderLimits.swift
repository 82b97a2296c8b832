import Foundation

/// Whether a text is well-formed JSON, and more than a reader of YAML takes: 100 collections inside each other, or a name whose
/// colon stands 1,024 characters further on, as a name of 168 bytes may with an escape for each of them.
public func exceedsReader(_ json: [UInt8]) -> Bool {
  guard let value = try? JSONSerialization.jsonObject(with: Data(json)) else { return false }
  return exceedsReader(value, depth: 1)
}

private func exceedsReader(_ value: Any, depth: Int) -> Bool {
  switch value {
  case let members as [String: Any]:
    depth > 100 || members.keys.contains { $0.utf8.count > 168 }
      || members.values.contains { exceedsReader($0, depth: depth + 1) }
  case let items as [Any]: depth > 100 || items.contains { exceedsReader($0, depth: depth + 1) }
  default: false
  }
}
