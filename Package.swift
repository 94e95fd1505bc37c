// swift-tools-version: 6.2
// Text becomes records; instruments turn answers into scores; statistics knows numbers and nothing
// else; analysis asks questions of a cohort; reports put the answers into documents; storage keeps
// everything on disk; interchange writes other tools' formats; arguments are what can be typed, and
// commands what they do.

import PackageDescription

/// The settings of every target: they are all built in the same strict way.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A target of the program, with the targets that it may import.
func module(_ name: String, mayImport imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of a target, with the other targets that they may import.
func tests(of name: String, mayImport imports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + imports,
    swiftSettings: strict)
}

/// What the code that the tests share may import. It is a test target too, so that installing the
/// program does not build it, and always optimized, as the tests spend much of their time there.
let testSupport: [Target.Dependency] = ["Text", "Instruments", "Records", "Storage"]

let package = Package(
  name: "outcomes",
  platforms: [.macOS(.v15)],
  targets: [
    module("Text"),
    module("Statistics"),
    module("Instruments", mayImport: ["Text"]),
    module("Records", mayImport: ["Text", "Instruments"]),
    module("Analysis", mayImport: ["Records", "Instruments", "Statistics", "Text"]),
    module("Documents", mayImport: ["Text"]),
    module("Storage", mayImport: ["Records", "Instruments", "Text"]),
    module(
      "Reports",
      mayImport: ["Analysis", "Documents", "Records", "Instruments", "Statistics", "Text"]),
    module("Interchange", mayImport: ["Analysis", "Records", "Instruments", "Text"]),
    module("Arguments", mayImport: ["Text"]),
    module(
      "Commands",
      mayImport: [
        "Text", "Statistics", "Instruments", "Records", "Analysis", "Documents", "Storage",
        "Reports", "Interchange", "Arguments",
      ]),
    .executableTarget(name: "outcomes", dependencies: ["Commands"], swiftSettings: strict),

    tests(of: "Text"),
    tests(of: "Statistics"),
    tests(of: "Instruments", mayImport: ["Text"]),
    tests(of: "Records", mayImport: ["Text", "Instruments"]),
    tests(of: "Analysis", mayImport: ["Records", "Instruments", "Statistics", "Storage", "Text"]),
    tests(of: "Storage", mayImport: ["Records", "Instruments", "Text"]),
    tests(of: "Documents", mayImport: ["Text"]),
    tests(
      of: "Reports",
      mayImport: ["Analysis", "Documents", "Records", "Instruments", "Statistics", "Text"]),
    tests(of: "Interchange", mayImport: ["Analysis", "Records", "Instruments", "Text"]),
    tests(of: "Arguments", mayImport: ["Text"]),
    tests(
      of: "Commands",
      mayImport: [
        "Text", "Instruments", "Records", "Analysis", "Documents", "Storage", "Reports",
        "Interchange", "Arguments",
      ]),
    .testTarget(
      name: "TestSupport", dependencies: testSupport, path: "Tests/Support",
      swiftSettings: strict + [.unsafeFlags(["-O"])]),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzing harness is built only by the script that runs it. Its sanitizer defines `main`, so the
// test targets are removed; it still needs TestSupport.
if Context.environment["OUTCOMES_FUZZ"] != nil {
  package.targets.removeAll { $0.type == .test }
  package.targets += [
    .target(
      name: "TestSupport", dependencies: testSupport, path: "Tests/Support",
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: testSupport + ["TestSupport"], path: "Tests/Fuzzing",
      exclude: ["fuzz.py", "seeds.py"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ]
}
