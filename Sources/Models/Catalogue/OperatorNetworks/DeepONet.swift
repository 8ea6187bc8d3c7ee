import Autodiff
import Experiment
import Networks
import Randomness

/// CFDBench's DeepONet (Luo et al. 2023, after Lu et al. 2021) without a last velocity, at its published
/// sizes by default.
///
///     u = branch(parameters) · trunk(A time + B [row, column]) + bias
///
/// The branch has `layers` layers, the trunk that sum and `layers` - 1 more, with max(h, mean of h)
/// between them. In the trunk the mean is over the units and all points that are asked together, as
/// published: a prediction depends on which points these are, and the 1000 of a training step are not
/// those of a whole frame. `normalisation: none` has no such coupling.
///
/// Deviations: the published activation divides by the deviation of h and multiplies with it again,
/// which changes nothing but fails where it is 0; points outside the mask do not count in the loss.
public struct DeepONet: ModelRecipe {
  /// Units of a layer.
  public var width = 100
  /// Layers of the branch.
  public var layers = 8
  /// Which components are predicted; v is 0 where it is not.
  public var channels = VelocityChannels.u
  /// How row and column are told; raw indices, as published.
  public var coordinates = PointCoordinates.raw
  /// What a hidden ReLU is shifted by; the mean, as published.
  public var normalisation = ActivationNormalisation.sample
  /// Random points a training step, drawn anew for each step with replacement and shared by its
  /// samples; 0 for all points. Predictions always cover all points.
  public var trainingPoints = 1000
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
    let flow = try FlowRole(role, for: "deep-o-net", needing: [.time])
    let check = RecipeCheck(model: "deep-o-net")
    try check.positive(["width": width, "layers - 1": layers - 1])
    try check.trainingPoints(trainingPoints, unrolledSteps: 1)
    let core = Core(self, flow: flow, random: random.stream("init"))
    return FittedNetwork(
      DirectNetwork(
        core: core, flow: flow, channels: channels, trainingPoints: trainingPoints, loss: loss),
      role: role,
      training: TrainingChoices(learningRate: learningRate, schedule: schedule))
  }
}
