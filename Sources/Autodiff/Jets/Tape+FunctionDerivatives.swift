import Tensors

extension Tape {
  /// f(x), f'(x) and f''(x), each on the tape, so that reverse mode differentiates them once more.
  ///
  /// The derivatives reuse what they share: those of tanh and of the sigmoid are polynomials of the
  /// value, the others products of functions that the kernels have.
  public func derivatives(
    of function: ElementFunction, at x: Variable<S>
  ) -> FunctionDerivatives<S> {
    switch function {
    case .gelu: return geluDerivatives(x)
    case .silu: return siluDerivatives(x)
    default: break
    }
    let y = mapped(x, by: function)
    let (first, second) = derivatives(of: function, at: x, value: y)
    return FunctionDerivatives(value: y, first: first, second: second)
  }

  private func derivatives(
    of function: ElementFunction, at x: Variable<S>, value y: Variable<S>
  ) -> (Variable<S>, Variable<S>) {
    switch function {
    case .exp: return (y, y)
    case .tanh: return (polynomial(y, [1, 0, -1]), polynomial(y, [0, -2, 0, 2]))
    case .sigmoid: return (polynomial(y, [0, 1, -1]), polynomial(y, [0, 1, -3, 2]))
    case .softplus:
      let sigmoid = mapped(x, by: .sigmoid)
      return (sigmoid, polynomial(sigmoid, [0, 1, -1]))
    case .sin: return (mapped(x, by: .cos), scaled(y, by: -1))
    case .cos: return (scaled(mapped(x, by: .sin), by: -1), scaled(y, by: -1))
    case .log:
      let inverse = mapped(x, by: .reciprocal)
      return (inverse, polynomial(inverse, [0, 0, -1]))
    case .reciprocal: return (polynomial(y, [0, 0, -1]), polynomial(y, [0, 0, 0, 2]))
    case .sqrt:
      // y' = 1 / (2 y), y'' = -1 / (4 y³)
      let inverse = mapped(y, by: .reciprocal)
      return (scaled(inverse, by: 0.5), polynomial(inverse, [0, 0, 0, -0.25]))
    case .erf:
      let first = scaled(gaussian(x, width: 1), by: S(2 / Double.pi.squareRoot()))
      return (first, scaled(product(x, first), by: -2))
    case .gelu, .silu: preconditionFailure("\(function) has a form of its own")
    }
  }

  /// e^(-width x²)
  private func gaussian(_ x: Variable<S>, width: Double) -> Variable<S> {
    mapped(polynomial(x, [0, 0, -width]), by: .exp)
  }

  /// x Φ, Φ + x φ and φ (2 - x²), with φ' = -x φ.
  private func geluDerivatives(_ x: Variable<S>) -> FunctionDerivatives<S> {
    let root = S(0.5.squareRoot())
    let cdf = scaled(mapped(scaled(x, by: root), by: .erf), by: 0.5, plus: 0.5)
    let density = scaled(gaussian(x, width: 0.5), by: S(1 / (2 * Double.pi).squareRoot()))
    return FunctionDerivatives(
      value: mapped(x, by: .gelu), first: sum(cdf, product(x, density)),
      second: product(density, polynomial(x, [2, 0, -1])))
  }

  /// x s, s + x s' and 2 s' + x s'', with the sigmoid s.
  private func siluDerivatives(_ x: Variable<S>) -> FunctionDerivatives<S> {
    let s = mapped(x, by: .sigmoid)
    let (slope, curvature) = (polynomial(s, [0, 1, -1]), polynomial(s, [0, 1, -3, 2]))
    return FunctionDerivatives(
      value: product(x, s), first: sum(s, product(x, slope)),
      second: sum(scaled(slope, by: 2), product(x, curvature)))
  }
}
