import Autodiff
import Networks
import Randomness
import Tensors

/// The numbers of a case of torch's on a tape.
final class TorchInputs {
  let tape = Tape<Double>(.training)
  private let reference: TorchReference.Case
  private(set) var leaves: [String: Variable<Double>] = [:]

  init(_ reference: TorchReference.Case) {
    self.reference = reference
  }

  var indices: PointList { PointList(reference.indices) }

  /// An input, with its gradient.
  subscript(_ name: String) -> Variable<Double> {
    if let leaf = leaves[name] { return leaf }
    guard let numbers = reference.inputs[name] else { return constant(name) }
    let variable = tape.input(numbers.shape)
    for (index, number) in numbers.values.enumerated() { variable.value[index] = number }
    leaves[name] = variable
    return variable
  }

  func constant(_ name: String) -> Variable<Double> {
    guard let numbers = reference.constants[name] else { return tape.constant([0]) }
    return tape.constant(numbers.shape, numbers.values)
  }

  func parameter(_ name: String) -> Parameter<Double> {
    let numbers = reference.parameters[name]
    let parameter = Parameter<Double>(name: name, shape: numbers?.shape ?? [0])
    parameter.value.load(numbers?.values ?? [])
    leaves[name] = tape.parameter(parameter)
    return parameter
  }

  /// A layer with the numbers of torch's, whose parameters are those of the case.
  func layer<Layer>(_ build: (inout ParameterSet<Double>) -> Layer) -> Layer {
    var set = ParameterSet<Double>(random: RandomStream(seed: 1))
    let layer = build(&set)
    for parameter in set.parameters {
      guard let numbers = reference.parameters[parameter.name],
        numbers.shape == parameter.shape
      else { continue }
      parameter.value.load(numbers.values)
      leaves[parameter.name] = tape.parameter(parameter)
    }
    return layer
  }
}
