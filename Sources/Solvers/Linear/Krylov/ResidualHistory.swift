/// Collects residuals and says when to stop.
struct ResidualHistory {
  let limits: SolveLimits
  private let scale: Double
  private(set) var values: [Double] = []

  /// A history for ‖b‖ = `size`; for b = 0 the residuals stay as they are.
  init(_ limits: SolveLimits, size: Double) {
    self.limits = limits
    scale = size == 0 ? 1 : size
  }

  /// Adds ‖r‖; the outcome when it ends the solve.
  mutating func add(_ norm: Double) -> LinearOutcome? {
    values.append(norm / scale)
    if !norm.isFinite { return .notFinite }
    if norm <= limits.tolerance * scale { return .converged }
    return values.count > limits.iterations ? .iterationLimit : nil
  }

  func report(_ outcome: LinearOutcome) -> SolveReport {
    SolveReport(outcome: outcome, residuals: values, limits: limits)
  }
}
