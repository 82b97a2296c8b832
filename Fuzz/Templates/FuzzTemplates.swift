import FuzzSupport
import VTL

/// Parses any text as a mapping template.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: bytes(start, count), as: UTF8.self)
  let template = MappingTemplate(parsing: text)
  for problem in template.problems {
    demand(0 <= problem.offset && problem.offset <= template.bytes.count, "a problem's place lies in the template")
  }
  var end = 0
  for node in template.nodes {
    demand(node.range.lowerBound == end && node.range.upperBound >= end, "parts follow each other without a gap")
    end = node.range.upperBound
  }
  demand(end == template.bytes.count, "the parts are the whole template")
  return 0
}
