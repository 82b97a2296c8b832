import SpecBuilding
import Testing

struct Section04FunctionTests {
  /// A spec with one function, `Fn`, that has zip code and these keys more; used by one method.
  private func function(_ keys: String, files: MemoryFiles? = nil) -> Contract {
    let text = """
      functions:
        Fn:
          runtime: python3.13
          handler: index.handler
          \(keys)
      apis: {Shop: {paths: {/: {GET: Fn}}}}
      """
    return files.map { Contract(text, files: $0) } ?? Contract(text)
  }

  @Test("§4 functions: `runtime` and `handler` are required with zip code")
  func required() {
    for code in ["./src", "{inline: pass}", "{bucket: b, key: k}"] {
      #expect(Contract("functions: {Fn: {handler: a.b, code: \(code)}}").errors.count == 1, "\(code)")
      #expect(Contract("functions: {Fn: {runtime: python3.13, code: \(code)}}").errors.count == 1, "\(code)")
    }
  }

  @Test("§4 functions: an image needs neither `runtime` nor `handler`")
  func image() {
    let uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
    let spec = Contract("functions: {Fn: {code: {image: \"\(uri)\"}}}\napis: {Shop: {paths: {/: {GET: Fn}}}}")
    #expect(spec.errors == [])
    #expect(spec.property("Fn", "Code") == ["ImageUri": .string(uri)])
    #expect(spec.property("Fn", "PackageType") == "Image")
    #expect(spec.property("Fn", "Runtime") == nil)
  }

  @Test(
    "§4 functions: `code` as a path is the local path for `aws cloudformation package`, relative to the template's folder"
  )
  func localCode() {
    let files = MemoryFiles(["src/index.py": "pass"])
    #expect(function("code: ./src", files: files).property("Fn", "Code") == "./src")
    let text =
      "functions: {Fn: {runtime: python3.13, handler: a.b, code: ./src}}\napis: {Shop: {paths: {/: {GET: Fn}}}}"
    let below = Contract(text, files: files, localPathPrefix: "../specs/")
    #expect(below.property("Fn", "Code") == "../specs/src")
  }

  @Test("§4 functions: `code: {inline}` and `{bucket, key, version}`")
  func otherCode() {
    #expect(function("code: {inline: pass}").property("Fn", "Code") == ["ZipFile": "pass"])
    #expect(
      function("code: {bucket: b, key: k, version: v}").property("Fn", "Code")
        == ["S3Bucket": "b", "S3Key": "k", "S3ObjectVersion": "v"])
    #expect(function("code: {bucket: b, key: k}").property("Fn", "Code") == ["S3Bucket": "b", "S3Key": "k"])
  }

  @Test("§4 functions: `code` takes one of its forms, whole")
  func oneForm() {
    #expect(function("code: {inline: pass, bucket: b, key: k}").errors.count == 1)
    #expect(function("code: {bucket: b}").errors.count == 1)
  }

  private let arn = "arn:aws:lambda:eu-west-1:123456789012:function:own"

  @Test("§4 functions: `arn` is an existing function, of which nothing is made but permissions")
  func existing() {
    let spec = Contract("functions: {Fn: {arn: \"\(arn)\"}}\napis: {Shop: {paths: {/: {GET: Fn}}}}")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "Lambda::Function") == [])
    #expect(spec.ids(of: "IAM::Role") == [])
    #expect(spec.all("Lambda::Permission").map { $0["FunctionName"] } == [.string(arn), .string(arn)])
  }

  @Test("§4 functions: `arn` may be a version's or an alias's", arguments: ["7", "live"])
  func qualified(_ qualifier: String) {
    let spec = Contract("functions: {Fn: {arn: \"\(arn):\(qualifier)\"}}\napis: {Shop: {paths: {/: {GET: Fn}}}}")
    #expect(spec.errors == [])
    #expect(
      spec.integration["Uri"]
        == .sub(
          "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/\(arn):\(qualifier)/invocations"
        ))
  }

  @Test("§4 functions: `arn` stands instead of all else")
  func instead() {
    #expect(Contract("functions: {Fn: {arn: \"\(arn)\", runtime: python3.13}}").errors.count == 1)
  }

  @Test("§4 functions: `skipPermissions: true` beside `arn` makes no permissions for it")
  func skip() {
    let spec = Contract(
      "functions: {Fn: {arn: \"\(arn)\", skipPermissions: true}}\napis: {Shop: {paths: {/: {GET: Fn}}}}")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "Lambda::Permission") == [])
    #expect(spec.integration["Type"] == "AWS_PROXY")
  }

  @Test("§4 functions: `role` is a reference; by default a role of its own with `AWSLambdaBasicExecutionRole`")
  func role() {
    let own = function("code: {inline: pass}")
    #expect(
      own.only("IAM::Role")["ManagedPolicyArns"]
        == [.sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")])
    #expect(own.property("Fn", "Role") == .getAtt(own.ids(of: "IAM::Role")[0], "Arn"))
    let given = function("code: {inline: pass}\n    role: \"arn:aws:iam::123456789012:role/a\"")
    #expect(given.ids(of: "IAM::Role") == [])
    #expect(given.property("Fn", "Role") == "arn:aws:iam::123456789012:role/a")
  }

  @Test(
    "§4 functions: settings are as Lambda has them",
    arguments: [
      ("functionName: own", "FunctionName", JSON.string("own")), ("description: text", "Description", "text"),
      ("timeout: 1m", "Timeout", 60), ("memorySize: 512", "MemorySize", 512), ("memorySize: 1GiB", "MemorySize", 1024),
      ("ephemeralStorageSize: 1024", "EphemeralStorage", ["Size": 1024]),
      ("ephemeralStorageSize: 1GiB", "EphemeralStorage", ["Size": 1024]),
      ("environment: {A: b}", "Environment", ["Variables": ["A": "b"]]),
      ("architectures: [arm64]", "Architectures", ["arm64"]),
      (
        "layers: [\"arn:aws:lambda:eu-west-1:123456789012:layer:a:1\"]", "Layers",
        ["arn:aws:lambda:eu-west-1:123456789012:layer:a:1"]
      ),
      ("tracing: Active", "TracingConfig", ["Mode": "Active"]),
      ("tracing: PassThrough", "TracingConfig", ["Mode": "PassThrough"]),
      ("reservedConcurrentExecutions: 0", "ReservedConcurrentExecutions", 0),
      (
        "vpc: {subnetIds: [a], securityGroupIds: [b]}", "VpcConfig",
        ["SubnetIds": ["a"], "SecurityGroupIds": ["b"]]
      ),
    ] as [(String, String, JSON)])
  func settings(_ text: String, _ name: String, _ value: JSON) {
    let spec = function("code: {inline: pass}\n    \(text)")
    #expect(spec.errors == [])
    #expect(spec.property("Fn", name) == value)
  }

  @Test("§4 functions: no setting is emitted when absent")
  func absent() {
    #expect(spec(of: function("code: {inline: pass}")) == ["Code", "Handler", "Role", "Runtime"])
  }

  private func spec(of contract: Contract) -> [String] { contract.only("Lambda::Function").names }

  @Test("§4 functions: any other property of the resource stands by its name in camelCase, its value as it stands")
  func others() {
    let spec = function(
      "code: {inline: pass}\n    loggingConfig: {LogFormat: JSON}\n    snapStart: {ApplyOn: PublishedVersions}")
    #expect(spec.errors == [])
    #expect(spec.property("Fn", "LoggingConfig") == ["LogFormat": "JSON"])
    #expect(spec.property("Fn", "SnapStart") == ["ApplyOn": "PublishedVersions"])
    #expect(function("code: {inline: pass}\n    nothingSuch: 1").errors == ["6:5 SPEC101"])
  }

  @Test("§4 functions: `version: true` publishes a version, whose logical ID carries a hash of settings and code")
  func version() {
    func version(_ keys: String, _ code: String) -> String {
      let spec = function("code: ./src\n    version: true\n    \(keys)", files: MemoryFiles(["src/index.py": code]))
      #expect(spec.errors == [])
      #expect(spec.ids(of: "Lambda::Alias") == [])
      #expect(spec.only("Lambda::Version") == ["FunctionName": .ref("Fn")])
      return spec.ids(of: "Lambda::Version").first ?? ""
    }
    let first = version("timeout: 3s", "pass")
    #expect(version("timeout: 3s", "pass") == first)
    #expect(version("timeout: 4s", "pass") != first)
    #expect(version("timeout: 3s", "pass # changed") != first)
    #expect(function("code: {inline: pass}").ids(of: "Lambda::Version") == [])
  }

  @Test("§4 functions: `alias: live` makes an alias to a version as well")
  func alias() {
    let spec = function("code: {inline: pass}\n    alias: live")
    let version = spec.ids(of: "Lambda::Version").first ?? ""
    #expect(
      spec.only("Lambda::Alias")
        == ["Name": "live", "FunctionName": .ref("Fn"), "FunctionVersion": .getAtt(version, "Version")])
  }

  @Test(
    "§4 functions: `Fn` in an integration means the alias, else the version; `Fn.version` and `Fn.function` the others")
  func forms() {
    func target(_ handler: String, _ keys: String) -> (Contract, JSON?) {
      let spec = Contract(
        method: "integration: {type: lambda, handler: \(handler), allowTestInvoke: false}",
        stack: "functions: {Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}\(keys)}}")
      #expect(spec.errors == [])
      return (spec, spec.only("Lambda::Permission")["FunctionName"])
    }
    let (aliased, alias) = target("Fn", ", alias: live")
    #expect(alias == .ref(aliased.ids(of: "Lambda::Alias")[0]))
    let (versioned, version) = target("Fn", ", version: true")
    #expect(version == .ref(versioned.ids(of: "Lambda::Version")[0]))
    let (both, exact) = target("Fn.version", ", alias: live")
    #expect(exact == .ref(both.ids(of: "Lambda::Version")[0]))
    #expect(target("Fn.function", ", alias: live").1 == .getAtt("Fn", "Arn"))
    #expect(target("Fn", "").1 == .getAtt("Fn", "Arn"))
    #expect(Contract(method: "integration: {type: lambda, handler: Fn.version}", stack: handler).errors.count == 1)
  }
}
