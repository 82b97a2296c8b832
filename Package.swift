// swift-tools-version: 6.0

import PackageDescription

// The arrows between the rooms (ARCHITECTURE.md): a target imports what stands here and nothing else.
let package = Package(
  name: "apigw-synth",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "apigw-synth", targets: ["apigw-synth"]),
    .library(name: "Synthesizer", targets: ["Synthesizer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CSystem"),
    .target(name: "Diagnostics"),
    .target(name: "Document", dependencies: ["CYaml", "CSystem", "Diagnostics"]),
    .target(name: "Spec", dependencies: ["Document", "Diagnostics"]),
    .target(name: "VTL", dependencies: ["Diagnostics"]),
    .target(name: "CloudFormation"),
    .target(name: "Rules", dependencies: ["Spec", "Document", "VTL", "Diagnostics"]),
    .target(name: "Synthesis", dependencies: ["Spec", "Document", "CloudFormation", "Diagnostics"]),
    .target(
      name: "Synthesizer",
      dependencies: ["Document", "Spec", "Rules", "Synthesis", "CloudFormation", "Diagnostics"]),
    .target(
      name: "LanguageServer", dependencies: ["Synthesizer", "Rules", "Spec", "VTL", "Document", "Diagnostics"]),
    .executableTarget(
      name: "apigw-synth",
      dependencies: [
        "CSystem", "LanguageServer", "Synthesizer", "Rules", "Spec", "Document", "CloudFormation", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "apigw-docs", dependencies: ["Spec", "Rules", "CloudFormation", "Diagnostics"]),
    .executableTarget(name: "yaml-events", dependencies: ["Document", "Diagnostics"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "DocumentTests", dependencies: ["Document", "CSystem", "Diagnostics"]),
    .testTarget(name: "CloudFormationTests", dependencies: ["CloudFormation"]),
    .testTarget(name: "VTLTests", dependencies: ["VTL", "Diagnostics"]),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "Synthesizer", "VTL", "Document", "Diagnostics"]),
    .testTarget(name: "LanguageServerTests", dependencies: ["LanguageServer", "Spec", "Document", "Diagnostics"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["apigw-synth", "Synthesizer", "Rules", "Spec", "Document", "CloudFormation", "Diagnostics"]),
    .testTarget(name: "SpecTests", dependencies: ["Spec", "Document", "Diagnostics"]),
    .target(
      name: "SpecBuilding",
      dependencies: ["Synthesizer", "Synthesis", "CloudFormation", "Spec", "Document", "Diagnostics"],
      path: "Tests/SpecBuilding"),
    .testTarget(
      name: "SynthesisTests",
      dependencies: ["SpecBuilding", "Synthesis", "CloudFormation", "Spec", "Document", "Diagnostics"]),
    .testTarget(name: "ContractTests", dependencies: ["SpecBuilding", "Document", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)

// Fuzzers have no main function of their own: they only link with `--sanitize=fuzzer`, which `make fuzz` asks for.
if Context.environment["APIGW_SYNTH_FUZZ"] != nil {
  let rooms: [String: [Target.Dependency]] = [
    "Document": ["Document", "Diagnostics"], "Templates": ["VTL"], "Expressions": ["VTL"],
    "Spec": ["Rules", "Spec", "Document", "Diagnostics"],
    "Synthesis": ["Synthesizer", "CloudFormation", "Diagnostics"],
  ]
  package.targets.append(.target(name: "FuzzSupport", dependencies: ["Document", "Diagnostics"], path: "Fuzz/Support"))
  for (name, dependencies) in rooms {
    package.targets.append(
      .executableTarget(name: "Fuzz\(name)", dependencies: dependencies + ["FuzzSupport"], path: "Fuzz/\(name)"))
  }
}
