/// Which variables of the environment a worker gets: what is not named here stays outside, so that a cell
/// depends neither on the user's shell nor on what a batch system or a secret store put there.
package enum WorkerEnvironment {
  private static let names: Set<String> = [
    "HOME", "LANG", "LD_LIBRARY_PATH", "LOGNAME", "PATH", "TMPDIR", "TZ", "USER",
  ]
  private static let prefixes = [
    "ASSAY_", "CUDA_", "GOTO_", "LC_", "MALLOC_", "OMP_", "OPENBLAS_", "SWIFT_",
  ]

  /// The variables of `environment` that pass.
  package static func allowed(_ environment: [String: String]) -> [String: String] {
    environment.filter { name, _ in
      names.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }
  }
}
