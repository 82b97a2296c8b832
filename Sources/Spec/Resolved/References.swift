import Document

/// What a field may refer to, and which raw resources fit there.
public enum ReferenceKind: Sendable, CaseIterable {
  case function, role, userPool, vpcLink, loadBalancer, logDestination, api, authorizer, requestValidator, apiKey,
    certificate, stateMachine, endpoint, model, stage

  /// What it is called in messages.
  public var words: String {
    switch self {
    case .function: "function"
    case .role: "role"
    case .userPool: "user pool"
    case .vpcLink: "VPC link"
    case .loadBalancer: "load balancer"
    case .logDestination: "log group or Firehose stream"
    case .api: "API"
    case .authorizer: "authorizer"
    case .requestValidator: "request validator"
    case .apiKey: "API key"
    case .certificate: "certificate"
    case .stateMachine: "state machine"
    case .endpoint: "SageMaker endpoint"
    case .model: "model"
    case .stage: "stage"
    }
  }

  /// The types of raw resources that fit, and by what their name stands for them (spec-language §2).
  public var resourceTypes: [String: ResourceForm] {
    switch self {
    case .function:
      ["AWS::Lambda::Function": .arn, "AWS::Lambda::Version": .ref, "AWS::Lambda::Alias": .ref]
    case .role: ["AWS::IAM::Role": .arn]
    case .userPool: ["AWS::Cognito::UserPool": .arn]
    case .vpcLink: ["AWS::ApiGateway::VpcLink": .ref]
    case .loadBalancer: ["AWS::ElasticLoadBalancingV2::LoadBalancer": .ref]
    case .logDestination: ["AWS::Logs::LogGroup": .logGroupArn, "AWS::KinesisFirehose::DeliveryStream": .arn]
    case .api: ["AWS::ApiGateway::RestApi": .ref]
    case .authorizer: ["AWS::ApiGateway::Authorizer": .ref]
    case .requestValidator: ["AWS::ApiGateway::RequestValidator": .ref]
    case .apiKey: ["AWS::ApiGateway::ApiKey": .ref]
    case .certificate: ["AWS::CertificateManager::Certificate": .ref]
    case .stateMachine: ["AWS::StepFunctions::StateMachine": .ref]
    case .endpoint: ["AWS::SageMaker::Endpoint": .ref]
    case .model, .stage: [:]
    }
  }
}

/// What a raw resource's name stands for in a field that refers to it.
public enum ResourceForm: Sendable {
  /// `Fn::GetAtt` of `Arn`.
  case arn
  /// `Ref`.
  case ref
  /// The ARN without `:*`, made of the group's name.
  case logGroupArn
}

/// What a reference leads to.
public enum Target: Sendable, Equatable {
  /// A function of the spec, by its index.
  case function(Int, FunctionForm)
  /// A VPC link of the spec, by its index.
  case vpcLink(Int)
  /// An API of the spec, by its index.
  case api(Int)
  /// An API key of the spec, by its index.
  case apiKey(Int)
  /// A raw resource, by its name.
  case resource(String, ResourceForm)
  case arn(String)
  case intrinsic(NodeID)
}

/// Which of a function's ARNs is meant.
public enum FunctionForm: Sendable, Equatable {
  /// The alias, else the version, else the function itself.
  case published
  case version
  case unqualified
}

extension ResolvedSpec {
  /// What a reference leads to; nil where nothing has that name.
  public func target(of reference: Reference, as kind: ReferenceKind) -> Target? {
    switch reference {
    case .arn(let arn): .arn(arn)
    case .intrinsic(let node): .intrinsic(node)
    case .name(let name): target(named: name, as: kind)
    }
  }

  /// What a name leads to: a thing of the spec, else a raw resource of a fitting type.
  public func target(named name: String, as kind: ReferenceKind) -> Target? {
    switch names[name] {
    case .function(let index)? where kind == .function: return .function(index, .published)
    case .vpcLink(let index)? where kind == .vpcLink: return .vpcLink(index)
    case .api(let index)? where kind == .api: return .api(index)
    case .apiKey(let index)? where kind == .apiKey: return .apiKey(index)
    case .resource(let index)?:
      return kind.resourceTypes[declarations.resources[index].value.type].map { .resource(name, $0) }
    case nil where kind == .function: return functionForm(name)
    default: return nil
    }
  }

  /// `Fn.version` and `Fn.function`.
  private func functionForm(_ name: String) -> Target? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    guard case .function(let index)? = names[String(name[..<dot])] else { return nil }
    switch name[name.utf8.index(after: dot)...] {
    case "version": return declarations.functions[index].value.isPublished ? .function(index, .version) : nil
    case "function": return .function(index, .unqualified)
    default: return nil
    }
  }

  /// The names that would lead somewhere, to guess a typo.
  public func candidates(_ kind: ReferenceKind) -> [String] {
    names.all.filter { target(named: $0, as: kind) != nil }
  }

  /// An authorizer of an API by its name; nil for any other.
  public func authorizer(_ name: String, of api: ResolvedAPI) -> Named<Authorizer>? {
    api.authorizer(name)
  }
}

extension Function {
  /// Whether versions of the function are made.
  public var isPublished: Bool { version.value || alias != nil }
}
