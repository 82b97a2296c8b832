import SpecBuilding
import Testing

struct Section12UriTests {
  private let gateway = "arn:${AWS::Partition}:apigateway:${AWS::Region}:"

  @Test("§12 Integration URIs: a function's, buffered and with `STREAM`")
  func lambda() {
    let plain = Contract(method: "integration: {type: lambda, handler: Fn}", stack: handler)
    #expect(plain.integration["Uri"] == .sub(gateway + "lambda:path/2015-03-31/functions/${Fn.Arn}/invocations"))
    let stream = Contract(
      method: "integration: {type: lambda, handler: Fn, responseTransferMode: STREAM}", stack: handler)
    #expect(stream.errors == [])
    #expect(
      stream.integration["Uri"]
        == .sub(gateway + "lambda:path/2021-11-15/functions/${Fn.Arn}/response-streaming-invocations"))
  }

  @Test("§12 Integration URIs: `credentialsPassthrough` is `arn:${AWS::Partition}:iam::*:user/*`")
  func passthrough() {
    let spec = Contract(
      method:
        "authorizationType: AWS_IAM\nintegration: {type: http, proxy: false, url: \"https://example.com\", credentialsPassthrough: true}"
    )
    #expect(spec.integration["Credentials"] == .sub("arn:${AWS::Partition}:iam::*:user/*"))
  }

  private func aws(_ keys: String) -> JSON? {
    let spec = Contract(
      method: "integration: {type: aws, credentialsRole: \"arn:aws:iam::123456789012:role/a\", \(keys)}",
      stack: "parameters: {P: {Type: String}}")
    #expect(spec.errors == [], "\(keys)")
    return spec.integration["Uri"]
  }

  @Test("§12 Integration URIs: `aws` is `…:service:path/PATH`, with a subdomain before the service and its own region")
  func path() {
    #expect(aws("service: s3, path: bucket/key") == .sub(gateway + "s3:path/bucket/key"))
    #expect(aws("service: s3, subdomain: shop, path: key") == .sub(gateway + "shop.s3:path/key"))
    #expect(
      aws("service: s3, path: key, region: eu-west-1")
        == .sub("arn:${AWS::Partition}:apigateway:eu-west-1:s3:path/key"))
  }

  @Test("§12 Integration URIs: `aws` is `:action/ACTION&k=v`, values percent-encoded, in the spec's order")
  func action() {
    #expect(aws("service: sns, action: Publish") == .sub(gateway + "sns:action/Publish"))
    #expect(
      aws("service: sns, action: Publish, actionParameters: {TopicArn: \"a b/ä\", Message: \"x&y=z\", A: 1}")
        == .sub(gateway + "sns:action/Publish&TopicArn=a%20b%2F%C3%A4&Message=x%26y%3Dz&A=1"))
  }

  @Test("§12 Integration URIs: `path`, `url` and action values may be intrinsics")
  func intrinsics() {
    #expect(aws("service: s3, path: !Sub \"a/${P}\"") == .sub(gateway + "s3:path/a/${P}"))
    #expect(
      aws("service: sns, action: Publish, actionParameters: {TopicArn: !Ref P}")
        == .sub(gateway + "sns:action/Publish&TopicArn=${P}"))
    let spec = Contract(
      method: "integration: {type: http, url: !Sub \"https://${P}\"}", stack: "parameters: {P: {Type: String}}")
    #expect(spec.integration["Uri"] == .sub("https://${P}"))
  }
}
