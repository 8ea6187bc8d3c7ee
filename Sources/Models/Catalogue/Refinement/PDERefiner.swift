import Autodiff
import Experiment
import Networks
import Randomness

/// PDE-Refiner (Lippe et al. 2023, arXiv:2308.05732) on the U-Net of CFDBench: a first pass predicts the
/// change to the next velocity, and `refinementSteps` more remove ever weaker noise that was added to
/// it, so that small scales are learned as well.
///
///     y = (next - last) / (s · differenceScale)         s = rms(last), or 1
///     pass k sees [last / s, mask, parameters, a[k] y + n[k] noise, k] and answers a[k] noise - n[k] y
///
/// with a and n of `RefinementSchedule`. Training draws k and the noise for each sample; the parameters
/// that predict are the average over the steps with `averagingDecay`.
///
/// Deviations: the backbone is the U-Net of `u-net` with group normalisation, as the passes do not share
/// statistics; k is one channel for each pass, not a sine embedding; the first pass starts from zeros,
/// as in the paper's algorithm, and not from noise, as in its code; the noise of a prediction is the same
/// for all samples and calls, so that predictions repeat. `refinementSteps: 0` is a plain prediction.
public struct PDERefiner: ModelRecipe {
  /// K, the passes after the first.
  public var refinementSteps = 3
  /// The variance of the last pass's noise.
  public var minimumNoise = 4e-7
  /// Channels at the finest level.
  public var width = 12
  /// The unit of y, as a share of the velocity's.
  public var differenceScale = 0.3
  /// The unit of velocities inside the network.
  public var scaling = VelocityScaling.perSample
  /// Decay of the average of the parameters.
  public var averagingDecay = 0.995
  /// What is minimised.
  public var loss = ErrorWeighting.batchNMSE
  /// Adam's learning rate.
  public var learningRate = 1e-4
  /// The course of the learning rate.
  public var schedule = ScheduleKind.cosine

  /// The recipe with the paper's parameters.
  public init() {}

  /// An untrained network.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    let flow = try FlowRole(role, for: "pde-refiner")
    let check = RecipeCheck(model: "pde-refiner")
    try check.positive(["width": width, "refinementSteps + 1": refinementSteps + 1])
    try check.share("minimumNoise", minimumNoise, in: .leastNonzeroMagnitude..<1)
    try check.share("averagingDecay", averagingDecay, in: 0..<1)
    try check.share("differenceScale", differenceScale, in: .leastNonzeroMagnitude..<(.infinity))
    try check.grid(flow, atLeast: UNetLayers.leastSide)
    return FittedNetwork(
      Network(self, flow: flow, random: random), role: role,
      training: TrainingChoices(
        learningRate: learningRate, schedule: schedule,
        averaging: .exponential(decay: averagingDecay)))
  }
}
