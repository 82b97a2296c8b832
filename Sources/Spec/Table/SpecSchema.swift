/// The JSON Schema of a spec, made of the tables that decode it.
///
/// It judges shape: keys, types and closed lists of words. What is beyond one field (references, pairs that exclude each
/// other) is for rules. The spec is taken as YAML 1.2 reads it, with tags in their long form: `{Ref: X}`.
public enum SpecSchema {
  /// The schema as JSON text, draft 7: https://json-schema.org/draft-07/json-schema-release-notes
  public static var text: String {
    var builder = SchemaBuilder()
    let table = TableDescription(Declarations.table)
    let root = builder.schema(of: table)
    let head: SchemaValue = [
      "$schema": "http://json-schema.org/draft-07/schema#", "title": "apigw-synth spec",
    ]
    guard case .object(let members) = root else { preconditionFailure("a record's schema is an object") }
    return head.with(members).with([.init(name: "definitions", value: builder.allDefinitions)]).text + "\n"
  }
}
