/// What one process measured of a network's training step.
struct StepTime: Codable {
  /// Median seconds of a step.
  let seconds: Double
  /// The BLAS kernels in use, as in `Haswell`.
  let kernels: String
  /// Peak resident memory of the process.
  let mebibytes: Double
  /// Buffers that the tapes' pools allocated during the measured steps.
  let allocations: Int
  /// Bytes by which the heap grew over a step after the measured ones.
  let heapGrowth: Int
}
