import Tensors

/// A differentiable operation, recorded on small inputs for the check of its gradient.
public struct GradientCase: Sendable, CustomStringConvertible {
  /// A stable name such as `dense-gelu`.
  public let name: String
  /// Records the operation on a tape, with its inputs and parameters from the second argument.
  public let record: @Sendable (Tape<Double>, GradientInputs) -> Variable<Double>

  /// A case.
  public init(
    _ name: String, _ record: @escaping @Sendable (Tape<Double>, GradientInputs) -> Variable<Double>
  ) {
    self.name = name
    self.record = record
  }

  /// The name.
  public var description: String { name }

  /// The names of the operations' types that the case records.
  public var operationNames: Set<String> {
    let tape = Tape<Double>(.training)
    _ = record(tape, GradientInputs(on: tape))
    return Set(tape.operationNames)
  }
}

extension GradientCase {
  /// The output's values on a tape of `mode`.
  public func values(_ mode: Tape<Double>.Mode) -> [Double] {
    let tape = Tape<Double>(mode)
    let output = record(tape, GradientInputs(on: tape))
    tape.forward()
    return output.values
  }
}

extension GradientCase {
  /// The inputs, and `output`, whose values a forward and a backward pass changed: none if every
  /// operation leaves alone what it reads and what it has given.
  public func changesByPasses() -> [String] {
    let tape = Tape<Double>(.training)
    let inputs = GradientInputs(on: tape)
    let output = record(tape, inputs)
    let before = inputs.variables.map(\.variable.values)
    tape.forward()
    let given = output.values
    tape.backward(from: output)
    let changed = zip(inputs.variables, before).filter { $0.0.variable.values != $0.1 }
    return changed.map(\.0.name) + (output.values == given ? [] : ["output"])
  }
}
