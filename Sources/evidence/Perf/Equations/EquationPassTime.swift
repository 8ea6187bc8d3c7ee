/// What a pass of the neural equation for MNIST took, and what it computed.
struct EquationPassTime: Codable {
  /// The median of a forward and a backward pass.
  let seconds: Double
  /// The version of the program.
  let version: String
  /// Evaluations of the rate in the forward pass.
  let evaluations: Int
  let loss: Double
  /// The norm of the gradient of the first weights.
  let gradient: Double
}
