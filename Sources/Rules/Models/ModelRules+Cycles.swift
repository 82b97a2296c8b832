import Diagnostics
import Document
import Spec

extension ModelRules {
  /// Models that need each other.
  static let cycles: [Rule] = [
    Rule(
      "MODEL619", "Models that refer to each other",
      why: "a model is made when those that it refers to exist: CloudFormation finds a circular dependency",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html",
      bad: [
        Example(
          "two",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {items: {type: array, items: {$ref: Item}}}}}
                Item: {schema: {type: object, properties: {order: {$ref: ↓Order}}}}
              paths:
                /orders:
                  GET: {}
          """),
        Example("itself", spec(schema: "{type: object, properties: {next: {$ref: ↓Order}}}")),
        Example(
          "by address",
          """
          apis:
            Shop:
              models:
                Order: {modelName: order, schema: {type: array, items: {$ref: Item}}}
                Item:
                  logicalId: ItemModel
                  schema:
                    type: object
                    properties:
                      order: {$ref: ↓!Sub "https://apigateway.amazonaws.com/restapis/${Shop}/models/order"}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      good: [
        Example(
          "one needs the other twice",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {first: {$ref: Item}, last: {$ref: Item}}}}
                Item: {schema: {type: object, properties: {id: {type: string}}}}
              paths:
                /orders:
                  GET: {}
          """),
        Example("a schema inside itself", spec(schema: "{type: object, properties: {next: {$ref: \"#\"}}}")),
      ],
      check: .api { api, findings in
        guard !api.api.models.isEmpty else { return }
        var graph = ModelGraph(ModelSchemas(api, in: findings.spec.document), in: findings.spec.document)
        for cycle in graph.cycles() {
          findings.report(.cycle(cycle.models.map { api.api.models[$0].name }), at: cycle.place)
        }
      })
  ]
}

/// Which models refer to which.
private struct ModelGraph {
  struct Cycle {
    let models: [Int]
    /// The reference that closes it.
    let place: JSONPlace
  }

  private struct Arrow {
    let target: Int
    let place: JSONPlace
  }

  private enum State { case unseen, open, done }

  private var arrows: [[Arrow]] = []
  private var states: [State] = []
  private var found: [Cycle] = []

  init(_ schemas: ModelSchemas, in document: Document) {
    let names = ModelNames(schemas.api.api.models)
    arrows = schemas.roots.indices.map { model in
      schemas.all(of: model).compactMap { schema in
        guard let value = schema.reference?.value, let target = names.model(SchemaReference(value, in: document)) else {
          return nil
        }
        return Arrow(target: target, place: value.place)
      }
    }
    states = arrows.map { _ in .unseen }
  }

  /// Depth first from every model in the order declared; one cycle for each model that closes any.
  mutating func cycles() -> [Cycle] {
    for model in arrows.indices where states[model] == .unseen { visit(from: model) }
    return found
  }

  private mutating func visit(from first: Int) {
    var path = [(model: first, next: 0, closes: false)]
    states[first] = .open
    while let (model, next, closes) = path.last {
      guard next < arrows[model].count else {
        states[model] = .done
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let arrow = arrows[model][next]
      switch states[arrow.target] {
      case .done: break
      case .unseen:
        states[arrow.target] = .open
        path.append((arrow.target, 0, false))
      case .open where closes: break
      case .open:
        path[path.count - 1].closes = true
        let models = path.map(\.model).drop { $0 != arrow.target }
        found.append(Cycle(models: Array(models.prefix(10)), place: arrow.place))
      }
    }
  }
}

/// Models by all that a reference may call them.
private struct ModelNames {
  private var byName: [String: Int] = [:]
  private var byAddress: [String: Int] = [:]
  private var byLogicalID: [String: Int] = [:]

  init(_ models: [Named<Model>]) {
    for (index, model) in models.enumerated().reversed() {
      byName[model.name] = index
      byAddress[model.value.modelName?.known() ?? model.name] = index
      if let id = model.value.logicalId { byLogicalID[id.value] = index }
    }
  }

  func model(_ reference: SchemaReference) -> Int? {
    switch reference {
    case .named(let name): byName[name]
    case .address(let name, let logicalID): name.flatMap { byAddress[$0] } ?? logicalID.flatMap { byLogicalID[$0] }
    case .local, .elsewhere, .noText, .unknown: nil
    }
  }
}

extension Message {
  fileprivate static func cycle(_ names: [String]) -> Message {
    if names.count == 1 {
      return Message(
        "MODEL619", "model '\(names[0])' refers to itself", help: "write '$ref: \"#\"' for the whole schema")
    }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return Message(
      "MODEL619", "models refer to each other in a circle: \(list)",
      help: "put what they share into 'definitions' of one model")
  }
}
