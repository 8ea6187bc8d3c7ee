import Autodiff
import Experiment
import Networks
import Randomness

/// CFDBench's ResNet (Luo et al. 2023, after He et al. 2016) of wide convolutions, at its published
/// sizes by default.
///
///     x = [u, v, mask, parameters…]
///     block(x) = conv(gelu(dropout(conv(x)))) + x       (+ a 1x1 convolution of x where sizes change)
///     next = mask · (block to `width`, `blocks` blocks, block to u and v, + the input's velocity)
///
/// with kernels of `kernelSize`, the nearest pixel beyond the border, and `hiddenWidth` channels inside
/// a block.
///
/// Deviations: dropout acts throughout the training, where the published code turned it off at its
/// first validation. The published blocks declare batch normalisations that they never use; their
/// parameters are counted, as in the publication, but do not exist here.
public struct ResNet: ModelRecipe, StepRecipe {
  /// Channels between blocks.
  public var width = 16
  /// Channels inside a block.
  public var hiddenWidth = 64
  /// Blocks between the first and the last.
  public var blocks = 4
  /// Edge of the kernels, an odd number of pixels.
  public var kernelSize = 7
  /// The share of a block's hidden numbers that training sets to 0.
  public var dropout = 0.2
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
    let flow = try FlowRole(role, for: "res-net")
    let check = RecipeCheck(model: "res-net")
    try check.positive([
      "width": width, "hiddenWidth": hiddenWidth, "blocks": blocks, "kernelSize": kernelSize,
      "unrolledSteps": unrolledSteps,
    ])
    try check.share("dropout", dropout, in: 0..<1)
    guard kernelSize % 2 == 1 else {
      throw AssayError(
        .badInput, where: "model res-net", found: "kernelSize \(kernelSize)",
        expected: "an odd number, so that a kernel has a middle",
        remedy: "correct the model's parameters")
    }
    return StepNetwork(
      core: Core(self, flow: flow, random: random.stream("init")), flow: flow,
      options: StepOptions(self, output: output, channels: .velocity, masking: .answers)
    ).model(
      role, learningRate: learningRate, schedule: schedule,
      unusedParameters: unusedNormalisations)
  }

  /// γ and β of the two normalisations that each published block declares.
  private var unusedNormalisations: Int {
    2 * ((blocks + 2) * hiddenWidth + (blocks + 1) * width + 2)
  }
}
