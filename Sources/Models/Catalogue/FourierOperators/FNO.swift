import Autodiff
import Experiment
import Networks
import Randomness

/// The two-dimensional Fourier neural operator (Li et al. 2021) in the form of CFDBench (Luo et al.
/// 2023), at its published sizes by default.
///
///     x = [u, v, mask, row, column, parameters…]                 rows and columns in [0, 1]
///     h = P x;  h <- gelu(irfft2(R · rfft2(h)) + W h + b), `layers` times
///     velocity = mask · (Q2 gelu(Q1 h)) (+ the input's velocity, when `output` is `residual`)
///
/// Deviations: none by default. The published runs read raw m/s, had no residual path, no noise
/// and no unrolling; `output`, `scaling`, `inputNoise` and `unrolledSteps` offer these.
public struct FNO: ModelRecipe, StepRecipe {
  /// Channels of the hidden fields.
  public var width = 32
  /// Fourier modes kept along each axis (of either sign along the height).
  public var modes = 12
  /// Fourier blocks.
  public var layers = 4
  /// Channels between the two last maps.
  public var projection = 128
  /// What the network's answer is.
  public var output = StepOutput.direct
  /// The unit of velocities inside the network.
  public var scaling = VelocityScaling.none
  /// Standard deviation of the noise added to the input while training, as a share of its root mean
  /// square; it steadies roll-outs (Sanchez-Gonzalez et al. 2020, section 3.3). 0 as published.
  public var inputNoise = 0.0
  /// Steps that training takes on the network's own output, all of them scored and differentiated
  /// through (Brandstetter, Worrall & Welling 2022 call it unrolling); 1 as published.
  public var unrolledSteps = 1
  /// What is minimised.
  public var loss = ErrorWeighting.batchNMSE
  /// Adam's learning rate.
  public var learningRate = 1e-3
  /// The course of the learning rate.
  public var schedule = ScheduleKind.stepDecay

  /// The recipe with the published parameters.
  public init() {}

  /// An untrained operator.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    let flow = try FlowRole(role, for: "fno")
    let check = RecipeCheck(model: "fno")
    try check.positive([
      "width": width, "modes": modes, "layers": layers, "projection": projection,
      "unrolledSteps": unrolledSteps,
    ])
    try check.modes(modes, called: "modes", on: flow)
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: output, channels: .velocity, masking: .answers)
    ).model(role, learningRate: learningRate, schedule: schedule)
  }
}
