/// What a case is: the content of its `case.json`, without the derived keys.
public struct FlowParameters: Sendable, Equatable {
  /// The problem, which says which quantities there are.
  public let problem: FlowProblem
  /// The values in the published order of the keys.
  private var values: [Double]

  /// CFDBench's base case of `problem` with `changes`, all of which are quantities of the problem.
  public init(_ problem: FlowProblem, _ changes: [FlowQuantity: Double] = [:]) {
    self.problem = problem
    values = problem.definition.base.map(\.value)
    for (quantity, value) in changes { self[quantity] = value }
  }

  /// The value of `quantity`, which the problem has.
  public subscript(quantity: FlowQuantity) -> Double {
    get { values[place(of: quantity)] }
    set { values[place(of: quantity)] = newValue }
  }

  /// Whether the problem has `quantity`.
  func has(_ quantity: FlowQuantity) -> Bool {
    problem.definition.base.contains { $0.quantity == quantity }
  }

  private func place(of quantity: FlowQuantity) -> Int {
    guard let place = problem.definition.base.firstIndex(where: { $0.quantity == quantity }) else {
      preconditionFailure("a case of \(problem) has no '\(quantity.rawValue)'")
    }
    return place
  }
}
