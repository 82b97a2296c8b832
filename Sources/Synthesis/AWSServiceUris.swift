import CloudFormation
import Spec

/// The addresses of AWS services behind an API: `arn:…:apigateway:REGION:[SUBDOMAIN.]SERVICE:path/PATH` or `:action/ACTION`.
/// https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
extension ValueConverter {
  func uri(of aws: AWSBackend) -> Value {
    let host = (aws.subdomain.map { $0.value + "." } ?? "") + (aws.service?.value ?? "")
    let region = aws.region.map { value($0.value) } ?? .sub([.pseudo("AWS::Region")])
    let start: [Value] = [
      .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":apigateway:")]), region, .string(":\(host):"),
    ]
    if let action = aws.action {
      return .joined(start + ["action/", value(action.value)] + parameters(of: aws))
    }
    return .joined(start + ["path/", aws.path.map { value($0.value) } ?? ""])
  }

  private func parameters(of aws: AWSBackend) -> [Value] {
    (aws.actionParameters?.value ?? []).flatMap { parameter -> [Value] in
      let name = Value.string("&" + percentEncoded(parameter.name) + "=")
      if let text = parameter.value.known { return [name, .string(percentEncoded(text))] }
      return [name, value(parameter.value)]
    }
  }
}

/// A text in a query: all but RFC 3986's unreserved characters as percent and two digits.
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      result.append(byte)
    default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}
