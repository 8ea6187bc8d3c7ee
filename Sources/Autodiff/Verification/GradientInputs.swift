import Tensors

/// The numbers that a gradient check moves: made by name, so that asking again gives the same ones.
///
/// Values are pseudo-random (SplitMix64 over a hash of the name; Steele, Lea & Flood 2014) and so the
/// same on every machine and in every order of asking.
public final class GradientInputs {
  private enum Source {
    case variable(Variable<Double>)
    case parameter(Parameter<Double>)
  }

  private struct Leaf {
    let name: String
    let source: Source
  }

  private let tape: Tape<Double>
  private var leaves: [Leaf] = []
  private var kept: [String: Any] = [:]

  init(on tape: Tape<Double>) {
    self.tape = tape
  }

  /// An input of the tape called `name`, of numbers in `range`.
  public func variable(
    _ name: String, _ shape: [Int], in range: ClosedRange<Double> = -1...1
  ) -> Variable<Double> {
    for leaf in leaves where leaf.name == name {
      if case .variable(let variable) = leaf.source { return variable }
    }
    let variable = tape.input(shape)
    let numbers = Self.numbers(name, variable.count, in: range)
    for (index, number) in numbers.enumerated() { variable.value[index] = number }
    leaves.append(Leaf(name: name, source: .variable(variable)))
    return variable
  }

  /// A parameter called `name`, of numbers in `range`.
  public func parameter(
    _ name: String, _ shape: [Int], in range: ClosedRange<Double> = -1...1
  ) -> Parameter<Double> {
    for leaf in leaves where leaf.name == name {
      if case .parameter(let parameter) = leaf.source { return parameter }
    }
    let parameter = Parameter<Double>(name: name, shape: shape)
    parameter.value.load(Self.numbers(name, parameter.count, in: range))
    leaves.append(Leaf(name: name, source: .parameter(parameter)))
    return parameter
  }

  /// What `make` returns, made once however often the case is recorded, with the parameters that it
  /// has: a layer.
  public func once<Layer>(
    _ name: String, _ make: () -> (layer: Layer, parameters: [Parameter<Double>])
  ) -> Layer {
    if let layer = kept[name] as? Layer { return layer }
    let (layer, parameters) = make()
    kept[name] = layer
    leaves += parameters.map { Leaf(name: "\(name).\($0.name)", source: .parameter($0)) }
    return layer
  }

  /// A constant of numbers in `range`.
  public func constant(
    _ name: String, _ shape: [Int], in range: ClosedRange<Double> = -1...1
  ) -> Variable<Double> {
    tape.constant(shape, Self.numbers(name, shape.reduce(1, *), in: range))
  }

  /// What the check moves, with its gradient.
  var variables: [(name: String, variable: Variable<Double>)] {
    leaves.map { leaf in
      switch leaf.source {
      case .variable(let variable): (leaf.name, variable)
      case .parameter(let parameter): (leaf.name, tape.parameter(parameter))
      }
    }
  }

  /// `count` numbers in `range` that belong to `name`.
  static func numbers(_ name: String, _ count: Int, in range: ClosedRange<Double>) -> [Double] {
    var state = name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return (0..<count).map { _ in
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      let unit = Double((z ^ (z >> 31)) >> 11) * 0x1p-53
      return range.lowerBound + (range.upperBound - range.lowerBound) * unit
    }
  }
}
