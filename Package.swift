// swift-tools-version: 6.2
import PackageDescription

/// A library target of our own; `imports` are the only arrows that leave it (docs/architecture.md).
func library(
  _ name: String, imports: [Target.Dependency] = [], resources: [Resource] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: imports, exclude: ["README.md"], resources: resources,
    plugins: plugins)
}

/// The tests of the target of the same name. They are not optimised, which would make the build longer: they
/// spend their time in what they test.
func tests(of name: String, imports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + imports,
    swiftSettings: unoptimised)
}

let unoptimised: [SwiftSetting] = [.unsafeFlags(["-Onone"])]

/// A C library of the system, found by pkg-config.
func system(_ name: String, pkgConfig: String, apt: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt)])
}

/// Swift's libraries inside the program, so that it starts in two thirds of the time: the dynamic loader
/// would look up 31,000 of their symbols. The libraries refer to one another, which this linker minds not.
let staticRuntime = LinkerSetting.unsafeFlags(
  [
    "-static-stdlib", "-use-ld=lld", "-l_FoundationICU", "-l_FoundationCShims", "-lCoreFoundation",
    "-l_FoundationCollections", "-lstdc++",
  ], .when(platforms: [.linux]))

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let catalogue = Target.PluginUsage.plugin(name: "CataloguePlugin")

let package = Package(
  name: "assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // 0: C
    .target(
      name: "CKernels", exclude: ["README.md"],
      cSettings: [.unsafeFlags(["-O3", "-fno-math-errno", "-ffp-contract=off"])]),
    system("COpenBLAS", pkgConfig: "openblas", apt: ["libopenblas-dev"]),
    system(
      "CCairo", pkgConfig: "pangocairo cairo-pdf cairo-png",
      apt: ["libcairo2-dev", "libpango1.0-dev"]),
    system("CCrypto", pkgConfig: "libcrypto", apt: ["libssl-dev"]),
    system("CZlib", pkgConfig: "zlib", apt: ["zlib1g-dev"]),
    .target(name: "CProcess", exclude: ["README.md"]),
    library("Randomness", imports: ["CKernels"]),
    // 1
    library("Tensors", imports: ["Randomness", "CKernels", "COpenBLAS"]),
    library("Statistics", imports: ["Randomness"]),
    library("Canvas", imports: ["CCairo"]),
    // 2
    library("Autodiff", imports: ["Tensors", "CKernels"]),
    library("DataFormats", imports: ["Experiment", "Tensors", "CZlib", "CCrypto"]),
    library("Experiment", imports: ["Tensors", "Randomness"]),
    library("Solvers", imports: ["Tensors", "Randomness", "CKernels", "COpenBLAS"]),
    // 3
    library(
      "Networks",
      imports: ["Autodiff", "DataFormats", "Solvers", "Tensors", "Randomness", "CKernels"]),
    library(
      "ExternalModels",
      imports: ["Experiment", "Tensors", "DataFormats", "Randomness", "CProcess"],
      resources: [.embedInCode("Skeletons/Templates")]),
    library("Physics", imports: ["Solvers", "Tensors", "CKernels", "COpenBLAS"]),
    library("Planning", imports: ["Experiment", yams]),
    library("Store", imports: ["Experiment", "DataFormats", grdb]),
    library("Comparison", imports: ["Experiment", "Statistics", "Randomness", "CCrypto"]),
    // 4
    library(
      "Tasks", imports: ["Experiment", "Tensors", "Randomness", "Physics", "DataFormats"],
      plugins: [catalogue]),
    library(
      "Models",
      imports: [
        "Experiment", "Tensors", "Randomness", "Autodiff", "Networks", "Solvers", "ExternalModels",
      ],
      plugins: [catalogue]),
    library("Metrics", imports: ["Experiment", "Tensors"], plugins: [catalogue]),
    library(
      "Harness",
      imports: [
        "Experiment", "Planning", "Store", "DataFormats", "Randomness", "Tensors", "COpenBLAS",
        "CProcess", "ExternalModels",
      ],
      plugins: [catalogue]),
    library("Submissions", imports: ["Experiment", "Planning", "DataFormats"]),
    library(
      "Figures", imports: ["Experiment", "Statistics", "Comparison", "Canvas", "Randomness"],
      plugins: [catalogue]),
    // 5
    library(
      "Reports",
      imports: ["Experiment", "Comparison", "Figures", "Canvas", mustache],
      resources: [.embedInCode("Templates")]),
    // 6
    .executableTarget(
      name: "assay",
      dependencies: [
        "Experiment", "Planning", "Store", "Harness", "Tasks", "Models", "Metrics", "Figures",
        "Canvas", "Comparison", "Reports", "Physics", "DataFormats", "Randomness", "Statistics",
        "Submissions", "Tensors", "ExternalModels", arguments,
      ], exclude: ["README.md"], linkerSettings: [staticRuntime]),
    .executableTarget(
      name: "evidence",
      dependencies: [
        "Experiment", "Planning", "Store", "Harness", "Physics", "Reports", "Comparison",
        "Statistics", "Randomness", "Tensors", "DataFormats", "Autodiff", "Networks", "Solvers",
        "CProcess", "ExternalModels", "HarnessFixtures", "Models",
        arguments,
      ], exclude: ["README.md"]),
    .executableTarget(name: "catalogue-tool", dependencies: ["CCrypto"], exclude: ["README.md"]),
    .plugin(name: "CataloguePlugin", capability: .buildTool(), dependencies: ["catalogue-tool"]),
    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "HarnessFixtures",
      dependencies: [
        "Experiment", "ExternalModels", "Planning", "Randomness", "Tensors", "Harness", "Store",
      ],
      path: "Tests/Fixtures/HarnessFixtures"),
    .executableTarget(
      name: "harness-test-worker", dependencies: ["HarnessFixtures", "Harness", "Store"],
      path: "Tests/Fixtures/HarnessTestWorker"),
    .target(
      name: "StoreFixtures", dependencies: ["Experiment", "Store"],
      path: "Tests/Fixtures/StoreFixtures"),
    .executableTarget(
      name: "store-test-writer", dependencies: ["Experiment", "Store", "StoreFixtures"],
      path: "Tests/Fixtures/StoreTestWriter"),
    .target(
      name: "KernelClones", dependencies: ["CKernels"], path: "Tests/Fixtures/KernelClones",
      cSettings: [.unsafeFlags(["-ffp-contract=off"])]),
    .executableTarget(
      name: "portable-training", dependencies: ["Experiment", "Models", "Randomness", "Tensors"],
      path: "Tests/Fixtures/PortableTraining"),
    .target(
      name: "NetworksFixtures", dependencies: ["Autodiff", "Networks", "Randomness", "Tensors"],
      path: "Tests/Fixtures/NetworksFixtures"),
    .executableTarget(
      name: "training-test-worker", dependencies: ["NetworksFixtures", "Networks", "Tensors"],
      path: "Tests/Fixtures/TrainingTestWorker"),
    tests(of: "Randomness"),
    tests(of: "Tensors", imports: ["CKernels", "Randomness", "KernelClones"]),
    tests(of: "Canvas"),
    tests(of: "Statistics", imports: ["Randomness"]),
    tests(of: "Autodiff", imports: ["Tensors", "Randomness"]),
    tests(of: "DataFormats", imports: ["Tensors", "Experiment"]),
    tests(of: "Experiment", imports: ["Tensors"]),
    tests(
      of: "Networks",
      imports: [
        "Tensors", "Autodiff", "DataFormats", "Solvers", "Randomness", "CKernels",
        "NetworksFixtures", "training-test-worker",
      ]),
    tests(of: "Physics"),
    tests(of: "Solvers", imports: ["Tensors", "Randomness"]),
    tests(
      of: "ExternalModels", imports: ["Experiment", "Tensors", "Randomness", "DataFormats"]),
    tests(of: "Planning", imports: ["Experiment"]),
    tests(
      of: "Store",
      imports: [
        "Experiment", "DataFormats", "Randomness", "StoreFixtures", "store-test-writer", grdb,
      ]),
    tests(of: "Comparison", imports: ["Experiment"]),
    tests(of: "Tasks", imports: ["Experiment", "Tensors", "DataFormats", "Physics", "Randomness"]),
    tests(
      of: "Models",
      imports: [
        "Autodiff", "Experiment", "Tensors", "Randomness", "Networks", "portable-training",
      ]),
    tests(of: "Metrics", imports: ["Experiment", "Tensors"]),
    tests(
      of: "Harness",
      imports: [
        "Experiment", "Planning", "Store", "HarnessFixtures", "harness-test-worker", "Randomness",
        "Tensors",
      ]),
    tests(of: "Submissions", imports: ["Experiment", "Planning"]),
    tests(of: "Figures", imports: ["Experiment", "Comparison", "Canvas"]),
    tests(of: "Reports", imports: ["Experiment", "Comparison"]),
    .target(
      name: "FuzzChecks",
      dependencies: [
        "Comparison", "DataFormats", "Experiment", "ExternalModels", "Planning", "Randomness",
        "Tensors",
      ], path: "Fuzzing/Checks"),
    .testTarget(
      name: "FuzzingTests", dependencies: ["FuzzChecks", "TestSupport"], swiftSettings: unoptimised),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport"], swiftSettings: unoptimised),
    .testTarget(
      name: "RepositoryTests", dependencies: ["TestSupport", "Experiment"],
      swiftSettings: unoptimised),
  ],
  swiftLanguageModes: [.v6]
)
