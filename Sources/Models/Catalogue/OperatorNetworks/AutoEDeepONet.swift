import Autodiff
import Experiment
import Networks
import Randomness

/// CFDBench's Auto-EDeepONet (Luo et al. 2023), an enhanced DeepONet (Tan & Chen 2022) with a branch for
/// each of two inputs, at its published sizes by default.
///
///     next u(row, column) = u there
///       + (branch1(u field) branch2(parameters)) · trunk(row, column) + bias
///
/// with ReLU between the layers and coordinates (index - 50) / 100.
///
/// Deviations: points outside the mask do not count in the loss.
public struct AutoEDeepONet: ModelRecipe, StepRecipe {
  /// Units of a layer.
  public var width = 100
  /// Layers of each branch and of the trunk.
  public var layers = 8
  /// Which components are predicted and read.
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
    let flow = try FlowRole(role, for: "auto-e-deep-o-net")
    let check = RecipeCheck(model: "auto-e-deep-o-net")
    try check.positive(["width": width, "layers": layers, "unrolledSteps": unrolledSteps])
    try check.trainingPoints(trainingPoints, unrolledSteps: unrolledSteps)
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: .residual, channels: channels, masking: .loss)
    ).model(
      role, learningRate: learningRate, schedule: schedule, trainingPoints: trainingPoints)
  }
}
