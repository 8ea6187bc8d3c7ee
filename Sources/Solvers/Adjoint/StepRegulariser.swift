/// A penalty on how hard a solve was, from its own estimates (Pal et al., *Opening the Blackbox*,
/// ICML 2021): Σ, mean or max over accepted steps of E or λ/stability size, with or without h.
public struct StepRegulariser: Sendable, Equatable, Codable {
  /// What is penalised.
  public enum Heuristic: Sendable, Equatable, Codable {
    /// The scaled error estimate E.
    case error
    /// λ / (the method's stability size).
    case stiffness
  }

  /// How steps are put together.
  public enum Aggregate: Sendable, Equatable, Codable {
    case sum
    case mean
    case maximum
  }

  /// What a step is multiplied with.
  public enum Weighting: Sendable, Equatable, Codable {
    case none
    case stepSize
  }

  /// What is penalised.
  public let heuristic: Heuristic
  /// How steps are put together.
  public let aggregate: Aggregate
  /// What a step is multiplied with.
  public let weighting: Weighting

  /// The penalty of these choices; the code of the paper has (error, mean, step size) and
  /// (stiffness, maximum, none).
  public init(_ heuristic: Heuristic, _ aggregate: Aggregate, _ weighting: Weighting) {
    self.heuristic = heuristic
    self.aggregate = aggregate
    self.weighting = weighting
  }

  private func terms(_ steps: [StepRecord], _ stabilitySize: Double?) -> [Double] {
    zip(steps, factors(steps, stabilitySize)).map { step, factor in
      factor * (heuristic == .error ? step.errorEstimate : step.eigenvalueEstimate)
    }
  }

  private func factors(_ steps: [StepRecord], _ stabilitySize: Double?) -> [Double] {
    let unit = heuristic == .error ? 1 : 1 / (stabilitySize ?? 1)
    return steps.map { unit * (weighting == .stepSize ? $0.size : 1) }
  }

  /// The penalty of a solve by `tableau` with these accepted steps.
  public func value(_ steps: [StepRecord], of tableau: RungeKuttaTableau) -> Double {
    value(steps, stabilitySize: tableau.stiffness?.stabilitySize)
  }

  /// The penalty of a solve with these accepted steps by a method of this stability size; nil when the
  /// method estimates no eigenvalue.
  public func value(_ steps: [StepRecord], stabilitySize: Double?) -> Double {
    let terms = terms(steps, stabilitySize)
    switch aggregate {
    case .sum: return terms.reduce(0, +)
    case .mean: return terms.isEmpty ? 0 : terms.reduce(0, +) / Double(terms.count)
    case .maximum: return terms.max() ?? 0
    }
  }

  /// Its derivatives by what the solve returned, step sizes being constants.
  public func seed<S: SolverScalar>(
    _ steps: [StepRecord], of tableau: RungeKuttaTableau, as precision: S.Type = S.self
  ) -> GradientSeed<S> {
    seed(steps, stabilitySize: tableau.stiffness?.stabilitySize)
  }

  /// Its derivatives as above, of a method of this stability size.
  public func seed<S: SolverScalar>(
    _ steps: [StepRecord], stabilitySize: Double?, as precision: S.Type = S.self
  ) -> GradientSeed<S> {
    var weights = factors(steps, stabilitySize)
    switch aggregate {
    case .sum: break
    case .mean: weights = weights.map { $0 / Double(weights.count) }
    case .maximum:
      let terms = terms(steps, stabilitySize)
      let top = terms.indices.max { terms[$0] < terms[$1] }
      weights = weights.indices.map { $0 == top ? weights[$0] : 0 }
    }
    return heuristic == .error
      ? GradientSeed(errorEstimates: weights) : GradientSeed(eigenvalueEstimates: weights)
  }
}
