import Autodiff
import Networks
import Tensors

/// Dense layers of one width with tanh, and a linear one: `mlp` of `Scripts/peers/torch_steps.py`.
struct TanhMLP {
  private let layers: [Dense<Float>]

  init(
    _ name: String, inputs: Int, width: Int, hidden: Int, outputs: Int,
    in parameters: inout ParameterSet<Float>
  ) {
    let extents = [inputs] + [Int](repeating: width, count: hidden) + [outputs]
    layers = (0...hidden).map { index in
      Dense(
        "\(name).\(index)", inputs: extents[index], outputs: extents[index + 1],
        activation: index < hidden ? .tanh : .identity, in: &parameters)
    }
  }

  func callAsFunction(_ x: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    layers.reduce(x) { $1($0, on: tape) }
  }
}
