import Testing

@testable import Spec

@Suite struct OtherToolsTests {
  @Test(arguments: [
    ("Transform", "the spec", "functions"), ("deployOptions", "an API", "stages"),
    ("usagePlan", "an API", "usagePlans"),
    ("CodeUri", "a function", "code"), ("policies", "a function", "role"), ("Events", "a function", "paths"),
    ("fromAsset", "a function's 'code'", "code: ./folder"), ("apiKey", "a method", "apiKeyRequired"),
    ("basePathMapping", "a domain name", "mappings"), ("options", "an http integration", "options"),
  ])
  func aKeyOfAnotherToolLeadsToTheOneHere(key: String, record: String, here: String) {
    #expect(OtherTools.advice(on: key, in: record)?.contains("'\(here)'") == true)
  }

  @Test func aKeyOfNobodyHasNoAdvice() {
    for record in ["the spec", "an API", "a function", "a function's 'code'", "a method", "a domain name", "a stage"] {
      #expect(OtherTools.advice(on: "colour", in: record) == nil)
    }
  }

  @Test func aMemberOfAnEnumerationIsItsLastWord() {
    #expect(OtherTools.member("EndpointType.PRIVATE", among: "EDGE, REGIONAL or PRIVATE") == "PRIVATE")
    #expect(OtherTools.member("apigateway.EndpointType.EDGE", among: "EDGE, REGIONAL or PRIVATE") == "EDGE")
    #expect(OtherTools.member("EndpointType.GLOBAL", among: "EDGE, REGIONAL or PRIVATE") == nil)
    #expect(OtherTools.member("PRIVATE", among: "EDGE, REGIONAL or PRIVATE") == nil)
  }

  @Test(arguments: [
    ("lambda.Architecture.ARM_64", "x86_64 or arm64", "arm64"),
    ("Architecture.X86_64", "x86_64 or arm64", "x86_64"),
    ("lambda.Tracing.PASS_THROUGH", "Active or PassThrough", "PassThrough"),
    ("AuthorizationType.IAM", "NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS", "AWS_IAM"),
    ("AuthorizationType.COGNITO", "NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS", "COGNITO_USER_POOLS"),
    ("PassthroughBehavior.WHEN", "WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER", nil),
    ("0.5", "a whole number from 0 to 5", nil), ("x.mapping", "a mapping", nil), (".EDGE", "EDGE or REGIONAL", nil),
  ])
  func aMemberIsKnownByItsLettersAndByAPartOfAWord(value: String, wanted: String, expected: String?) {
    #expect(OtherTools.member(value, among: wanted) == expected)
  }

  @Test(arguments: [
    ("new apigateway.LambdaIntegration(list)", "type: lambda"), ("LambdaIntegration(list)", "type: lambda"),
    ("new MockIntegration()", "{type: mock}"), ("new apigateway.MockIntegration({", "{type: mock}"),
    ("new HttpIntegration('https://a.example')", "type: http"),
    ("apigateway.AwsIntegration(service='s3')", "type: aws"),
    ("apigateway.Cors.ALL_ORIGINS", "'*'"), ("Cors.ALL_METHODS", "leave it out"),
    ("apigateway.Model.EMPTY_MODEL", "'Empty'"), ("Model.ERROR_MODEL", "'Error'"),
    ("cdk.Duration.seconds(5)", "'5s'"), ("Duration.millis(50)", "'50ms'"), ("Duration.days(1)", "'1d'"),
    ("Size.mebibytes(512)", "'512MiB'"), ("Size.bytes(100)", "'100'"),
    ("lambda.Code.fromAsset('src/list')", "'src/list'"), ("Code.fromAsset(\"src\", {})", "'src'"),
    ("StepFunctionsIntegration.startExecution(machine)", "type: stepFunctions"),
  ])
  func codeOfAProgramLeadsToWhatASpecHas(code: String, expected: String) {
    #expect(CDKCode.advice(on: code)?.contains(expected) == true)
  }

  @Test(arguments: [
    "", "list", "listOrders.version", "https://shop.example.com", "./src", "LambdaIntegration", "Duration.seconds(x)",
    "Duration.fortnights(1)", "new Thing()", "Cors.ALL", "src/Code.fromAsset", "Code.fromAsset(path)", "()", "new ()",
    "(",
    "Duration.seconds", "a new Cors.ALL_ORIGINS",
  ])
  func whatIsNoCodeHasNoAdvice(value: String) {
    #expect(CDKCode.advice(on: value) == nil)
  }
}
