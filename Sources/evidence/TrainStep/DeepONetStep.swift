import Autodiff
import Networks
import Randomness
import Tensors

/// A DeepONet (Lu et al. 2021) of functions at 4096 sensors, evaluated at 4096 points of the plane
/// that all functions share: branch and trunk of eight layers of 100, 100 latent channels, one bias.
struct DeepONetStep: StepNetwork {
  private static let sensors = 4096
  private static let points = 4096
  private static let width = 100
  private static let hidden = 8
  private static let latent = 100
  /// That of the same network in torch.
  private static let parameterCount = 571_601

  private(set) var parameters: ParameterSet<Float>
  private let random: RandomStream
  private let branch: TanhMLP
  private let trunk: TanhMLP
  private let bias: Parameter<Float>

  init(_ random: RandomStream) {
    self.random = random
    var set = ParameterSet<Float>(random: random.stream("init"))
    branch = TanhMLP(
      "branch", inputs: Self.sensors, width: Self.width, hidden: Self.hidden,
      outputs: Self.latent, in: &set)
    trunk = TanhMLP(
      "trunk", inputs: 2, width: Self.width, hidden: Self.hidden, outputs: Self.latent, in: &set)
    bias = set.add("bias", shape: [1], .uniform(upper: 0))
    precondition(set.count == Self.parameterCount, "\(set.count) parameters")
    parameters = set
  }

  func loss(on tape: Tape<Float>, samples: Int) -> Variable<Float> {
    let u = tape.normal([samples, Self.sensors], random.stream("u"))
    let x = tape.uniform([Self.points, 2], random.stream("points"))
    let y = tape.normal([samples, Self.points], random.stream("y"))
    let products = tape.channelDot(branch(u, on: tape), trunk(x, on: tape))
    return tape.meanSquareError(
      tape.shifted(products, by: tape.parameter(bias)), target: y)
  }
}
