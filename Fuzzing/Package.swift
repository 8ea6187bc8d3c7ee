// swift-tools-version: 6.2
import PackageDescription

// The fuzzers build what they need of the main package and nothing else: its targets are listed here
// again over a link to its folder, so that all of them are instrumented. See README.md.

/// What a target is compiled with beyond what `build.sh` gives to all. The compiler takes the last list of
/// sanitizers alone, so that each says all of its own.
enum Watch: String {
  /// Coverage, and every access to memory.
  case all = "-sanitize=address,fuzzer"
  /// Coverage: the target has no pointers of its own.
  case coverage = "-sanitize=fuzzer"

  var settings: [SwiftSetting] { [.unsafeFlags([rawValue])] }
}

/// A target of the main package; one without a watch is no parser.
func library(
  _ name: String, imports: [Target.Dependency] = [], resources: [Resource] = [],
  watch: Watch? = nil
) -> Target {
  .target(
    name: name, dependencies: imports, path: "Sources/\(name)", exclude: ["README.md"],
    resources: resources, swiftSettings: watch?.settings)
}

/// The fuzzer of one check.
func fuzzer(_ name: String) -> Target {
  .executableTarget(name: "fuzz-\(name)", dependencies: ["FuzzChecks"], path: "Programs/\(name)")
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, pkgConfig: String) -> Target {
  .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig)
}

let package = Package(
  name: "fuzzing",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    // No parser calls a kernel: they are only there to be linked.
    .target(
      name: "CKernels", path: "Sources/CKernels", exclude: ["README.md"],
      cSettings: [.unsafeFlags(["-O0", "-fno-sanitize=all"])]),
    system("COpenBLAS", pkgConfig: "openblas"),
    system("CCrypto", pkgConfig: "libcrypto"),
    system("CZlib", pkgConfig: "zlib"),
    .target(name: "CProcess", path: "Sources/CProcess", exclude: ["README.md"]),
    library("Randomness", imports: ["CKernels"]),
    library("Tensors", imports: ["Randomness", "CKernels", "COpenBLAS"]),
    library("Statistics", imports: ["Randomness"]),
    library("Experiment", imports: ["Tensors", "Randomness"], watch: .all),
    library("DataFormats", imports: ["Experiment", "Tensors", "CZlib", "CCrypto"], watch: .all),
    library(
      "ExternalModels",
      imports: ["Experiment", "Tensors", "DataFormats", "Randomness", "CProcess"],
      resources: [.embedInCode("Skeletons/Templates")], watch: .all),
    library(
      "Planning", imports: ["Experiment", .product(name: "Yams", package: "Yams")], watch: .all),
    library(
      "Comparison", imports: ["Experiment", "Statistics", "Randomness", "CCrypto"], watch: .coverage
    ),
    .target(
      name: "FuzzChecks",
      dependencies: [
        "Comparison", "DataFormats", "Experiment", "ExternalModels", "Planning", "Randomness",
        "Tensors",
      ], path: "Checks", swiftSettings: Watch.all.settings),
    fuzzer("suite"), fuzzer("npy"), fuzzer("zip"), fuzzer("mat"), fuzzer("safetensors"),
    fuzzer("frame"), fuzzer("baseline"), fuzzer("idx"), fuzzer("cifar"), fuzzer("physionet"),
    fuzzer("ts"), fuzzer("table"), fuzzer("rdata"),
  ],
  swiftLanguageModes: [.v6]
)
