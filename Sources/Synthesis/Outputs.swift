import CloudFormation
import Spec

extension TemplateBuilder {
  /// `<Api>Endpoint`: the URL of the first stage.
  mutating func addEndpointOutput(_ context: APIContext) {
    let api = context.api.api
    guard api.endpointOutput.value, !context.api.isImported, let stage = context.stages.first else { return }
    let url = Value.sub([
      .text("https://"), .ref(spec.logicalID(of: context.name)), .text(".execute-api."), .pseudo("AWS::Region"),
      .text("."), .pseudo("AWS::URLSuffix"), .text("/"), .ref(stage.id), .text("/"),
    ])
    var members = [Member("Value", url)]
    if let name = api.endpointExportName { members.append(Member("Export", ["Name": values.value(name.value)])) }
    addOutput(Member(context.name + "Endpoint", .object(members)))
  }
}
