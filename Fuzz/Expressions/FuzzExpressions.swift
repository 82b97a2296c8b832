import FuzzSupport
import VTL

/// Parses any text as each of the small languages: mapping expressions, identity sources, parameter names, media types,
/// placeholders.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: bytes(start, count), as: UTF8.self)
  for side in [MappingExpression.Side.request, .response] {
    if let expression = try? MappingExpression(parsing: text, on: side) {
      demand(
        (try? MappingExpression(parsing: "\(expression)", on: side)) == expression, "what is written is read again")
    }
  }
  if let source = try? IdentitySource(parsing: text) {
    demand((try? IdentitySource(parsing: "\(source)")) == source, "what is written is read again")
  }
  if let name = try? RequestParameterName(parsing: text) {
    demand((try? RequestParameterName(parsing: "\(name)")) == name, "what is written is read again")
  }
  if let name = try? ResponseHeaderName(parsing: text) {
    demand((try? ResponseHeaderName(parsing: "\(name)")) == name, "what is written is read again")
  }
  if let type = try? MediaType(parsing: text) {
    demand((try? MediaType(parsing: "\(type)")) == type, "what is written is read again")
  }
  _ = try? GatewayResponseParameterName(parsing: text)
  _ = try? IntegrationParameterName(parsing: text)
  _ = IdentitySourceList(parsing: text)
  _ = PathPlaceholders(in: text)
  _ = StageVariableReferences(in: text)
  return 0
}
