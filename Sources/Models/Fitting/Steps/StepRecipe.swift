import Autodiff
import Experiment

/// A recipe of a network that steps from one velocity to the next.
protocol StepRecipe: ModelRecipe {
  /// The unit of velocities inside the network.
  var scaling: VelocityScaling { get }
  /// Standard deviation of the noise added to the input while training, as a share of its root mean
  /// square.
  var inputNoise: Double { get }
  /// Steps that training takes on the network's own output.
  var unrolledSteps: Int { get }
  /// What is minimised.
  var loss: ErrorWeighting { get }
}
