import Diagnostics
import Spec

/// STAGE7xx: how an API is run.
enum StageRules {
  static let groups: [[Rule]] = [
    names, variables, variableUse, caches, cacheUse, settingPaths, settings, accessLogs, accessLogVariables,
    logDestinations, canaries, deployments, documentation, idle,
  ]

  /// A spec with one stage.
  static func spec(_ stage: String, options: String) -> String {
    """
    apis:
      Shop:
        stages:
          \(stage): \(options)
        paths:
          /orders:
            GET: {}
    """
  }
}

extension Stage {
  /// The settings of all methods, and of each of `methodOptions`: with the method's path where it is one's.
  var allSettings: [(path: String?, settings: MethodSettings)] {
    [(nil, settings)] + methodOptions.map { ($0.name, $0.value) }
  }
}
