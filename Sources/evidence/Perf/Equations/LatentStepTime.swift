/// What one process measured of training steps of the latent ODE, and what it computed.
struct LatentStepTime: Codable {
  /// Seconds a step.
  let seconds: Double
  /// Of the peer, or of our BLAS kernels.
  let version: String
  /// Evaluations of the rate in the forward pass of a step.
  let evaluations: Double
  /// The loss of the first step.
  let loss: Double
}
