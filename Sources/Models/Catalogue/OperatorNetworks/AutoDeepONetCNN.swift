import Autodiff
import Experiment
import Networks
import Randomness

/// CFDBench's Auto-DeepONetCNN (Luo et al. 2023), a DeepONet whose branch is a convolution network, at
/// its published sizes by default.
///
///     b = 5x5 convolutions on [u, v, mask, parameters…], halved four times by maxima: 4x4 of a frame
///     next u(row, column) = u there + MLP(b trunk(row, column))
///
/// with coordinates (index - 50) / 100; the trunk has four hidden layers of `trunkWidth`, the last MLP
/// two of `headWidth`.
///
/// Deviations: points outside the mask do not count in the loss. The published code declares a bias
/// that it never uses; it is counted, as in the publication, but does not exist here.
public struct AutoDeepONetCNN: ModelRecipe, StepRecipe {
  /// Channels of the convolutions.
  public var width = 32
  /// Units of the trunk's hidden layers.
  public var trunkWidth = 100
  /// Units of the hidden layers after the product.
  public var headWidth = 512
  /// Which components are predicted; both are read.
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
    let flow = try FlowRole(role, for: "auto-deep-o-net-cnn")
    let check = RecipeCheck(model: "auto-deep-o-net-cnn")
    try check.positive([
      "width": width, "trunkWidth": trunkWidth, "headWidth": headWidth,
      "unrolledSteps": unrolledSteps,
    ])
    try check.trainingPoints(trainingPoints, unrolledSteps: unrolledSteps)
    try check.grid(flow, atLeast: Core.leastSide)
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: .residual, channels: channels, masking: .loss)
    ).model(
      role, learningRate: learningRate, schedule: schedule, trainingPoints: trainingPoints,
      unusedParameters: 1)
  }
}
