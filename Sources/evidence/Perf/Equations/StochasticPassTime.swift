/// What one process measured of forward and backward through the neural SDE: medians over passes
/// with different noise, each divided by what that pass did.
struct StochasticPassTime: Codable {
  /// Seconds of a pass.
  let solve: Double
  /// Seconds of a pass by its accepted steps.
  let step: Double
  /// Seconds of a pass by its evaluations of the drift, forward, of rejected steps as well.
  let evaluation: Double
  /// The accepted steps of the last pass.
  let steps: Int
  /// The drifts of the last pass.
  let evaluations: Int
  /// Of the peer, or of our BLAS kernels.
  let version: String
}
