import Autodiff
import Experiment
import Networks
import Randomness

/// CAPE (Takamoto, Alesiani & Niepert 2023, arXiv:2304.14118): channel attention guided by the flow
/// parameters in front of a network that does not see these, here FNO or U-Net.
///
///     h = gelu(5x5 convolution of x = [u, v])
///     z = Σ over three paths of attention(parameters) · path(h) + 1x1 convolution of h
///         (paths: 1x1 convolution; depth-wise 5x5; spectral, on a grid four times coarser)
///     x̂ = x (1 + normalised over space (5x5 convolution of gelu(z)))
///     answer = backbone(1x1 convolution of [x, x̂])
///
/// Each attention is a network of one hidden GELU layer, with a number for each channel.
///
/// Deviations: the parameters enter as the task gives them, not as logarithms through a sigmoid, since
/// they need not be positive; borders repeat the nearest pixel; there is neither the auxiliary loss of
/// x̂ (weight 8e-5 in the paper) nor the curriculum from teacher forcing to roll-outs, for which
/// `unrolledSteps` stands; modes that the coarse grid lacks are left out.
public struct CAPE: ModelRecipe, StepRecipe {
  /// The network behind the attention.
  public enum Backbone: String, Codable, Sendable, CaseIterable {
    /// That of `fno`.
    case fno
    /// That of `u-net`.
    case uNet
  }

  /// Channels of the paths, an even number.
  public var width = 64
  /// Fourier modes of the spectral path along each axis.
  public var modes = 9
  /// The network behind the attention.
  public var backbone = Backbone.fno
  /// The backbone's channels.
  public var backboneWidth = 20
  /// The Fourier modes of an FNO as backbone.
  public var backboneModes = 12
  /// What the network's answer is.
  public var output = StepOutput.residual
  /// The unit of velocities inside the network.
  public var scaling = VelocityScaling.perSample
  /// Standard deviation of the noise added to the input while training, as a share of its root mean
  /// square.
  public var inputNoise = 0.0
  /// Steps that training takes on the network's own output.
  public var unrolledSteps = 1
  /// What is minimised.
  public var loss = ErrorWeighting.batchNMSE
  /// Adam's learning rate.
  public var learningRate = 3e-3
  /// The course of the learning rate.
  public var schedule = ScheduleKind.stepDecay

  /// The recipe with the paper's parameters.
  public init() {}

  /// An untrained network.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    let flow = try FlowRole(role, for: "cape")
    let check = RecipeCheck(model: "cape")
    try check.positive([
      "width / 2": width / 2, "modes": modes, "backboneWidth": backboneWidth,
      "backboneModes": backboneModes, "unrolledSteps": unrolledSteps,
    ])
    try check.grid(flow, atLeast: ParameterAttention.leastSide)
    switch backbone {
    case .fno: try check.modes(backboneModes, called: "backboneModes", on: flow)
    case .uNet: try check.grid(flow, atLeast: UNetLayers.leastSide)
    }
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: output, channels: .velocity, masking: .answers)
    ).model(role, learningRate: learningRate, schedule: schedule)
  }
}
