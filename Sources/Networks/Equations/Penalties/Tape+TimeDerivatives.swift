import Autodiff
import Tensors

extension Tape {
  /// A right-hand side that jets pass through: f of the time, [samples, 1], and the state.
  public typealias JetRate = (Tape<S>, _ time: Jet<S>, _ state: Jet<S>) -> Jet<S>

  /// y', y'', … along the solution of y' = f(t, y), up to the third: Taylor mode, one pass through f for
  /// each, with one more coefficient carried each time.
  ///
  /// y'' is the slope of f along (1, y'), y''' its second derivative along the curve with the slope
  /// (1, y') and the curvature (0, y'').
  ///
  /// - Parameters:
  ///   - count: 1, 2 or 3
  ///   - time: t, [samples, 1]
  ///   - state: y, [samples, features]
  ///   - rate: f
  /// - Returns: as many derivatives
  public func timeDerivatives(
    _ count: Int, time: Variable<S>, state: Variable<S>, of rate: JetRate
  ) -> [Variable<S>] {
    Requirement.check(1...3 ~= count, "timeDerivatives: \(count) asked for; there are 1, 2 and 3")
    let value = rate(self, curve(time, slope: nil), curve(state, slope: nil)).value
    guard count > 1 else { return [value] }
    let one = constant(time.shape, [S](repeating: 1, count: time.count))
    let tangent = rate(self, curve(time, slope: one), curve(state, slope: value))
    let slope = tangent.slopes ?? constant(state.shape)
    guard count > 2 else { return [value, slope] }
    let bend = rate(
      self, curve(time, slope: one, carriesSecond: true), curve(state, slope: value, second: slope))
    return [value, slope, bend.second ?? constant(state.shape)]
  }

  /// The mean of the squares of each sample: [samples].
  public func meanSquares(_ x: Variable<S>) -> Variable<S> {
    mean(product(x, x), over: Array(1..<x.shape.count))
  }

  /// The mean of the squares of the first `features` of each sample, or of all: [samples].
  private func meanSquares(_ x: Variable<S>, features: Int?) -> Variable<S> {
    guard let features, features < x.shape[1] else { return meanSquares(x) }
    return meanSquares(slice(x, axis: 1, 0..<features))
  }

  /// f with the density of TayNODE, the mean over features of (d^K y / dt^K)² (Kelly et al., *Learning
  /// Differential Equations that are Easy to Solve*, NeurIPS 2020, equation 3; their code takes the mean).
  ///
  /// - Parameters:
  ///   - order: K, 1 to 3
  ///   - features: the leading features that count; nil for all
  ///   - time: t, [samples, 1]
  ///   - state: y, [samples, features]
  ///   - rate: f
  /// - Returns: f and one density
  public func taylorRate(
    order: Int, features: Int? = nil, time: Variable<S>, state: Variable<S>, of rate: JetRate
  ) -> PenalisedRate<S> {
    let derivatives = timeDerivatives(order, time: time, state: state, of: rate)
    return PenalisedRate(
      derivatives[0], densities: [meanSquares(derivatives[order - 1], features: features)])
  }

  /// f with the two densities of RNODE: the mean over features of f² (kinetic energy) and of (J ε)²,
  /// J = ∂f/∂y (Finlay et al., *How to Train Your Neural ODE*, ICML 2020, equations 5 and 7).
  ///
  /// For a probe ε of independent numbers of mean 0 and variance 1, E ‖J ε‖² = ‖J‖²_F. The paper has
  /// εᵀ J, which has the same mean and needs a pass in reverse; J ε is the slope of a jet.
  ///
  /// - Parameters:
  ///   - probe: ε, in the shape of the state, constant over a pass; refilled between passes
  ///   - features: the leading features that count; nil for all
  ///   - time: t, [samples, 1]
  ///   - state: y, [samples, features]
  ///   - rate: f
  /// - Returns: f and two densities
  public func kineticRate(
    probe: Variable<S>, features: Int? = nil, time: Variable<S>, state: Variable<S>,
    of rate: JetRate
  ) -> PenalisedRate<S> {
    let moved = rate(self, curve(time, slope: nil), curve(state, slope: probe))
    return PenalisedRate(
      moved.value,
      densities: [
        meanSquares(moved.value, features: features),
        meanSquares(moved.slopes ?? constant(state.shape), features: features),
      ])
  }
}
