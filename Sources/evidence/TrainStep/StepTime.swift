/// What one process measured of a network's training step.
struct StepTime: Codable {
  /// Median seconds of a step.
  let seconds: Double
  /// The BLAS kernels in use, as in `Haswell`.
  let kernels: String
  /// Peak resident memory of the process.
  let mebibytes: Double
  /// Elements that the tape's pool allocated during the measured steps.
  let allocatedAfterWarmUp: Int
}
