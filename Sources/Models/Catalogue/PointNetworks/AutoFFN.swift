import Autodiff
import Experiment
import Networks
import Randomness

/// CFDBench's Auto-FFN (Luo et al. 2023): a point network on the whole last field, at its published
/// sizes by default.
///
///     velocity(row, column) = last velocity there + MLP([last field, parameters, row, column])
///
/// with `layers` hidden ReLU layers and raw integer rows and columns.
///
/// Deviations: each point is evaluated with its own sample, where the published code mixed samples in
/// every batch above one (its training then falls back to persistence); points outside the mask do
/// not count in the loss.
public struct AutoFFN: ModelRecipe {
  /// Which components are read and predicted.
  public enum Channels: String, Codable, Sendable, CaseIterable {
    /// u alone, as published; v passes through unchanged.
    case u
    /// Both.
    case velocity
  }

  /// Units of a hidden layer.
  public var width = 200
  /// Hidden layers.
  public var layers = 8
  /// Which components are read and predicted.
  public var channels = Channels.u
  /// Random points a training step, drawn anew for each step with replacement and shared by its
  /// samples; 0 for all points, as published. Predictions always cover all points.
  public var trainingPoints = 0
  /// What is minimised.
  public var loss = ErrorWeighting.batchNMSE
  /// Adam's learning rate.
  public var learningRate = 1e-3
  /// The course of the learning rate.
  public var schedule = ScheduleKind.stepDecay

  /// The recipe with the published parameters.
  public init() {}

  /// An untrained network.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    let flow = try FlowRole(role, for: "auto-ffn")
    guard width > 0, layers > 0, trainingPoints >= 0 else {
      throw AssayError(
        .badInput, where: "model auto-ffn",
        found: "width \(width), layers \(layers), trainingPoints \(trainingPoints)",
        expected: "a width and layers above 0 and no negative number of points",
        remedy: "correct the model's parameters")
    }
    return FittedNetwork(
      Network(self, flow: flow, random: random.stream("init")), role: role,
      training: TrainingChoices(learningRate: learningRate, schedule: schedule))
  }
}
