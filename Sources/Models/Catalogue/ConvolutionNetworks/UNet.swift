import Autodiff
import Experiment
import Networks
import Randomness

/// The U-Net (Ronneberger, Fischer & Brox 2015) in the form of CFDBench (Luo et al. 2023), at its
/// published sizes by default.
///
///     x = [u, v, mask, parameters…]
///     down: two 3x3 convolutions, `width` channels; then four times: halved by maxima, channels doubled
///     up:   a transposed 2x2 convolution, zeros to the size of its level, both joined, two convolutions
///     next = mask · (1x1 convolution + the input's velocity)
///
/// Convolutions see the nearest pixel beyond the border, and each is followed by a normalisation and
/// ReLU.
///
/// Deviations: the published code is trained with batch statistics only up to its first validation
/// and then with frozen running ones; here training always uses those of the batch. `normalisation`
/// offers statistics of single samples instead.
public struct UNet: ModelRecipe, StepRecipe {
  /// Where the flow parameters enter.
  public enum Entrance: String, Codable, Sendable, CaseIterable {
    /// As channels of the input, as published.
    case input
    /// Through a linear map, added to the coarsest fields.
    case bottleneck
  }

  /// Channels at the finest level.
  public var width = 12
  /// What follows each convolution.
  public var normalisation = PlaneNormalisationKind.batch
  /// Where the flow parameters enter.
  public var entrance = Entrance.input
  /// What the network's answer is; the change, as published.
  public var output = StepOutput.residual
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
    let flow = try FlowRole(role, for: "u-net")
    let check = RecipeCheck(model: "u-net")
    try check.positive(["width": width, "unrolledSteps": unrolledSteps])
    try check.grid(flow, atLeast: UNetLayers.leastSide)
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: output, channels: .velocity, masking: .answers)
    ).model(role, learningRate: learningRate, schedule: schedule)
  }
}
