import CloudFormation
import Diagnostics
import Document
import Spec

/// Ten times what CloudFormation takes: from there on the number is not told exactly.
let mostResourcesToCount = 5_000

/// Reports a template that CloudFormation's quotas refuse.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
func checkQuotas(of template: Template, _ spec: ResolvedSpec, into report: inout Report) {
  let place = spec.document.span(spec.document.root)
  func section(_ name: String) -> Span {
    spec.document.value(name, in: spec.document.root).map { spec.document.span(spec.document.owner($0)) } ?? place
  }
  switch template.resources.count {
  case 501...: report.add(.tooManyResources(template.resources.count), at: section("apis"))
  case 401...: report.add(.manyResources(template.resources.count), at: section("apis"))
  default: break
  }
  if template.parameters.count > 200 {
    report.add(.tooMany("parameters", template.parameters.count), at: section("parameters"))
  }
  if template.outputs.count > 200 { report.add(.tooMany("outputs", template.outputs.count), at: section("outputs")) }
  guard template.resources.count <= 500 else { return }
  var size = 0
  template.write(as: .json) { size += $0.count }
  if size > 1_000_000 {
    report.add(.tooLarge(size), at: section("apis"))
  } else if size > 51_200 {
    report.add(.large(size), at: section("apis"))
  }
}

extension Message {
  fileprivate static func tooManyResources(_ count: Int) -> Message {
    let atLeast = count < mostResourcesToCount ? "" : "at least "
    return Message(
      "LIM904", "the template has \(atLeast)\(count) resources, CloudFormation takes 500",
      help: "split the API over stacks ('restApiId'), or let one '{proxy+}' path take many")
  }

  fileprivate static func manyResources(_ count: Int) -> Message {
    Message(
      "LIM905", .warning, "the template has \(count) resources of the 500 that CloudFormation takes",
      help: "plan to split the API over stacks ('restApiId'), or let one '{proxy+}' path take many")
  }

  fileprivate static func tooMany(_ what: String, _ count: Int) -> Message {
    Message("LIM907", "the template has \(count) \(what), CloudFormation takes 200")
  }

  fileprivate static func tooLarge(_ size: Int) -> Message {
    Message(
      "LIM906", "the template has \(size) bytes, CloudFormation takes 1000000",
      help: "move code and templates out of it, or split the API over stacks")
  }

  fileprivate static func large(_ size: Int) -> Message {
    Message(
      "LIM906", .info, "the template has \(size) bytes, and CloudFormation takes more than 51200 from S3 alone",
      help: "deploy it by 'aws cloudformation deploy --s3-bucket BUCKET'")
  }
}
