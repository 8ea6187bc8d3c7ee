import Tensors

extension Tape {
  /// The names of the recorded operations' types, in order.
  public var operationNames: [String] { entries.map(\.name) }

  /// Calls what `body` records `label` in messages; `blocks.0` within `branch` is `branch.blocks.0`.
  /// Operations with parameters have the names of these anyway.
  public func labelled<Result>(_ label: String, _ body: () throws -> Result) rethrows -> Result {
    let outer = self.label
    self.label = outer.isEmpty ? label : "\(outer).\(label)"
    defer { self.label = outer }
    return try body()
  }

  /// A variable for the result of an operation on `inputs`.
  func result(_ shape: [Int], of inputs: [Variable<S>]) -> Variable<S> {
    let differentiable = mode == .training && inputs.contains { $0.isDifferentiable }
    let variable = Variable<S>(shape: shape, kind: .result, isDifferentiable: differentiable)
    variable.segment = openSegment
    temporaries.append(variable)
    return variable
  }

  /// Space that an operation keeps from its forward to its backward step.
  func keepsake(_ shape: [Int]) -> Variable<S> {
    result(shape, of: [])
  }

  /// Appends `operation`; one that takes over the value of an input names it in `taking`.
  func record(
    _ operation: any Operation<S>, reading inputs: [Variable<S>], writing output: Variable<S>,
    taking taken: Variable<S>? = nil
  ) {
    let entry = TapeEntry(
      operation: operation, inputs: inputs, output: output, segment: openSegment,
      label: label)
    for input in inputs {
      Requirement.check(
        input.taker == nil,
        "\(entry.name) reads a value of \(input.shape) that \(input.taker ?? "") has taken over")
      Requirement.check(
        input.segment == nil || input.segment == openSegment,
        "\(entry.name) reads a value of \(input.shape) that is dropped after its segment")
      input.registerReader()
    }
    taken?.taker = entry.name
    entries.append(entry)
  }
}
