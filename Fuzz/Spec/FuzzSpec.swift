import Diagnostics
import Document
import FuzzSupport
import Rules
import Spec

/// Decodes any bytes as a spec and looks at it with every rule.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var report = Report()
  let reading = Document.read(bytes(start, count), name: "spec", files: FewFiles(), limits: Limits(), into: &report)
  if let document = reading.document {
    let spec = ResolvedSpec(document, into: &report)
    Catalogue.check(spec, into: &report)
  }
  report.demandPlaces(in: reading.sources)
  var output: [UInt8] = []
  var renderer = TextRenderer(Selection())
  renderer.render(report, of: reading.sources, into: &output)
  demand(!output.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "nothing that is printed moves the cursor")
  return 0
}
