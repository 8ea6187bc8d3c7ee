import Autodiff
import Networks
import Randomness
import Tensors

/// Eight layers of 100 from three coordinates to one number, on 4096 points of each sample.
struct PointMLPStep: StepNetwork {
  private static let points = 4096
  private static let inputs = 3
  private static let outputs = 1
  /// That of the same network in torch.
  private static let parameterCount = 71_201

  private(set) var parameters: ParameterSet<Float>
  private let random: RandomStream
  private let network: TanhMLP

  init(_ random: RandomStream) {
    self.random = random
    var set = ParameterSet<Float>(random: random.stream("init"))
    network = TanhMLP(
      "network", inputs: Self.inputs, width: 100, hidden: 8, outputs: Self.outputs, in: &set)
    precondition(set.count == Self.parameterCount, "\(set.count) parameters")
    parameters = set
  }

  func loss(on tape: Tape<Float>, samples: Int) -> Variable<Float> {
    let x = tape.normal([samples * Self.points, Self.inputs], random.stream("x"))
    let y = tape.normal([samples * Self.points, Self.outputs], random.stream("y"))
    return tape.meanSquareError(network(x, on: tape), target: y)
  }
}
