// swift-tools-version: 6.3
import Foundation
import PackageDescription

/// Warnings are errors where `FOXP3_STRICT` is set (the Makefile and CI set it); a user's newer
/// compiler must not break on a new warning.
let strict = ProcessInfo.processInfo.environment["FOXP3_STRICT"] != nil

/// Undefined behaviour in CScan ends the program where `FOXP3_TRAP_UNDEFINED` is set (`make sanitize`).
let trapsUndefined = ProcessInfo.processInfo.environment["FOXP3_TRAP_UNDEFINED"] != nil

/// Where `FOXP3_FUZZ` is set (`make fuzz`), the fuzzers are the only product.
let fuzzes = ProcessInfo.processInfo.environment["FOXP3_FUZZ"] != nil

/// The release program of the Makefile on Linux: `FOXP3_CXX_ARCHIVE` is a folder with `libstdc++.a`
/// alone (`.ci/cxx-archive`). That and gcc's own library are linked in instead of the shared ones, and the
/// program's functions are not offered to the libraries it loads: it starts sooner.
let archive = ProcessInfo.processInfo.environment["FOXP3_CXX_ARCHIVE"] ?? ""
let releaseLink: [LinkerSetting] =
  archive.isEmpty
  ? []
  : [
    .unsafeFlags([
      "-L", archive, "-Xclang-linker", "-static-libgcc", "-Xlinker", "--no-export-dynamic",
    ])
  ]

/// What `make build` tells of the sources (`git describe`): two builds of one version are not the same program.
let build = ProcessInfo.processInfo.environment["FOXP3_BUILD"] ?? ""

let swiftSettings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A room: a Swift target of the layer graph (`docs/architecture.md`; checked by LayeringTests).
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// `data`: folders and files that the tests read where they stand.
func tests(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: data, swiftSettings: swiftSettings)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let stages: [Target.Dependency] = [
  "Isolation", "Reading", "Calling", "Normalisation", "Annotation", "Classification", "Assessment",
  "Reporting", "Delivery", "Store",
]

let package = Package(
  name: "foxp3",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "foxp3", targets: ["foxp3"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
  ],
  targets: [
    // 1: doors to C and the vocabulary
    .systemLibrary(
      name: "CHTSlib", pkgConfig: "htslib",
      providers: [.apt(["libhts-dev"]), .brew(["htslib"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .target(
      name: "CScan", dependencies: ["CDeflate"],
      cSettings: (trapsUndefined
        ? [.unsafeFlags(["-fsanitize=undefined", "-fsanitize-trap=undefined"])] : [])
        + (fuzzes ? [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])] : []),
      linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CReference"),
    .target(name: "CInterruption"),
    .target(
      name: "CBuild",
      cSettings: build.isEmpty ? [] : [.define("FOXP3_BUILD", to: "\"\(build)\"")]),
    room("Genome", []),
    // 2: names and coordinates
    room("Nomenclature", ["Genome"]),
    // 3: values, knowledge, configuration
    room("HTS", ["CHTSlib", "Genome"]),
    room("Scan", ["CScan"]),
    room("Flow", ["Genome", "Nomenclature"]),
    room("ReferenceBundle", ["CReference", "Genome", "Nomenclature", crypto]),
    room(
      "Settings", ["Genome", .product(name: "Yams", package: "Yams")]),
    // 4: the stages
    room("Isolation", ["Flow", "Genome", "HTS", "Scan", crypto]),
    room("Reading", ["Flow", "Genome", "HTS"]),
    room("Calling", ["Flow", "Genome", "HTS", "Nomenclature", "Scan"]),
    room("Normalisation", ["Flow", "Genome", "Nomenclature"]),
    room("Annotation", ["Flow", "Genome", "Nomenclature", crypto]),
    room("Classification", ["Flow", "Genome", "Nomenclature", "ReferenceBundle", "Settings"]),
    room("Assessment", ["Flow", "Genome", "Nomenclature", "ReferenceBundle", "Settings"]),
    room(
      "Reporting",
      ["Flow", "Genome", "HTS", "Nomenclature", "ReferenceBundle", "Settings", crypto, mustache]),
    room("Delivery", ["CInterruption"]),
    room("Store", ["Flow", "Genome", database]),
    // 5: the order of the stages
    .target(
      name: "Pipelines",
      dependencies: stages + [
        "CBuild", "Flow", "Genome", "HTS", "Nomenclature", "ReferenceBundle", "Scan", "Settings",
        crypto,
      ],
      path: "Pipelines", exclude: ["README.md", "pdf", "profiles", "workflows"],
      swiftSettings: swiftSettings),
    // 6: the command line
    .executableTarget(
      name: "foxp3",
      dependencies: [
        "Delivery", "Pipelines", "Flow", "Genome", "HTS", "ReferenceBundle", "Settings", logging,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings, linkerSettings: releaseLink),

    // tests: a target per room
    .target(
      name: "TestSupport", dependencies: ["Genome", "HTS", "ReferenceBundle", "Settings"],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    .target(
      name: "Fuzz",
      dependencies: [
        "Flow", "Genome", "HTS", "Nomenclature", "Normalisation", "Reading", "ReferenceBundle",
        "Scan",
        "Settings",
      ],
      path: "Tests/Fuzz", exclude: ["Corpus", "README.md", "fuzz.sh", "seeds.py"],
      swiftSettings: swiftSettings),
    tests("FuzzTests", ["Fuzz"]),
    tests("LayeringTests", []),
    tests(
      "NomenclatureTests", ["Nomenclature", "Genome", "ReferenceBundle", "TestSupport"],
      data: ["Data"]),
    tests(
      "CallingTests",
      [
        "Calling", "Flow", "Genome", "HTS", "Nomenclature", "ReferenceBundle", "Scan",
        "TestSupport",
      ]),
    tests("HTSTests", ["HTS", "Genome", "TestSupport"]),
    tests("HTSlibBehaviourTests", ["CHTSlib", "TestSupport"]),
    tests("ScanTests", ["Scan", "CScan", "CDeflate"]),
    tests("ReferenceBundleTests", ["ReferenceBundle", "Genome", "Nomenclature"]),
    tests("SettingsTests", ["Settings", "Genome", "ReferenceBundle", "TestSupport"]),
    tests(
      "IsolationTests", ["Isolation", "Flow", "Genome", "HTS", "ReferenceBundle", "TestSupport"]),
    tests("ReadingTests", ["Reading", "Flow", "Genome", "HTS", "TestSupport"]),
    tests(
      "NormalisationTests",
      ["Normalisation", "Flow", "Genome", "Nomenclature", "ReferenceBundle", "TestSupport"]),
    tests(
      "AnnotationTests",
      ["Annotation", "Flow", "Genome", "Nomenclature", "ReferenceBundle", "TestSupport"],
      data: ["Data"]),
    tests(
      "ClassificationTests",
      [
        "Annotation", "Classification", "Flow", "Genome", "Nomenclature", "ReferenceBundle",
        "Settings", "TestSupport",
      ]),
    tests(
      "AssessmentTests",
      ["Assessment", "Flow", "Genome", "Nomenclature", "ReferenceBundle", "Settings"]),
    tests(
      "ReportingTests",
      [
        "Reporting", "Flow", "Genome", "HTS", "Nomenclature", "ReferenceBundle", "Settings",
        "TestSupport",
      ]),
    tests("DeliveryTests", ["Delivery", "TestSupport"]),
    tests("StoreTests", ["Store", "Flow", "Genome", "TestSupport"]),
    tests("CommandLineTests", ["foxp3", "Genome", "ReferenceBundle", "TestSupport"]),
    tests(
      "PipelinesTests",
      [
        "Pipelines", "Assessment", "Flow", "Genome", "HTS", "Nomenclature", "ReferenceBundle",
        "Store",
        "Reporting",
        "Settings", "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

if fuzzes {
  package.products = [.library(name: "FoxP3Fuzz", type: .static, targets: ["Fuzz"])]
}
