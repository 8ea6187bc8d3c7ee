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
public struct AutoFFN: ModelRecipe, StepRecipe {
  /// Units of a hidden layer.
  public var width = 200
  /// Hidden layers.
  public var layers = 8
  /// Which components are read and predicted.
  public var channels = VelocityChannels.u
  /// Random points a training step, drawn anew for each step with replacement and shared by its
  /// samples; 0 for all points, as published. Predictions always cover all points.
  public var trainingPoints = 0
  /// The unit of velocities inside the network.
  public var scaling = VelocityScaling.none
  /// Standard deviation of the noise added to the input while training, as a share of its root mean
  /// square; 0 as published.
  public var inputNoise = 0.0
  /// Steps that training takes on the network's own output; 1 as published.
  public var unrolledSteps = 1
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
    let check = RecipeCheck(model: "auto-ffn")
    try check.positive(["width": width, "layers": layers, "unrolledSteps": unrolledSteps])
    try check.trainingPoints(trainingPoints, unrolledSteps: unrolledSteps)
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: .residual, channels: channels, masking: .loss)
    ).model(
      role, learningRate: learningRate, schedule: schedule, trainingPoints: trainingPoints)
  }
}
