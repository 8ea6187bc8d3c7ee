// swift-tools-version: 6.2
import PackageDescription

// The fuzzers build what they need of the main package and nothing else: its targets are listed here
// again over a link to its folder, so that all of them are instrumented. See README.md.

/// A target of the main package.
func library(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, path: "Sources/\(name)", exclude: ["README.md"])
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
    .target(name: "CKernels", path: "Sources/CKernels", exclude: ["README.md"]),
    system("COpenBLAS", pkgConfig: "openblas"),
    system("CCrypto", pkgConfig: "libcrypto"),
    system("CZlib", pkgConfig: "zlib"),
    .target(name: "CProcess", path: "Sources/CProcess", exclude: ["README.md"]),
    library("Randomness", imports: ["CKernels"]),
    library("Tensors", imports: ["Randomness", "CKernels", "COpenBLAS"]),
    library("Statistics", imports: ["Randomness"]),
    library("Experiment", imports: ["Tensors", "Randomness"]),
    library("DataFormats", imports: ["Experiment", "Tensors", "CZlib", "CCrypto"]),
    library(
      "ExternalModels",
      imports: ["Experiment", "Tensors", "DataFormats", "Randomness", "CProcess"]),
    library("Planning", imports: ["Experiment", .product(name: "Yams", package: "Yams")]),
    library("Comparison", imports: ["Experiment", "Statistics", "Randomness", "CCrypto"]),
    .target(
      name: "FuzzChecks",
      dependencies: [
        "Comparison", "DataFormats", "Experiment", "ExternalModels", "Planning", "Randomness",
        "Tensors",
      ], path: "Checks"),
    fuzzer("suite"), fuzzer("npy"), fuzzer("zip"), fuzzer("mat"), fuzzer("safetensors"),
    fuzzer("frame"), fuzzer("baseline"),
  ],
  swiftLanguageModes: [.v6]
)
