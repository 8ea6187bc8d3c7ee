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
