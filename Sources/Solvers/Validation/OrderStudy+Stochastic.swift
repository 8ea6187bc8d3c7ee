import Foundation
import Randomness

extension OrderStudy {
  /// A stochastic equation whose solution is a function of the driving motion.
  public enum StochasticEquation: String, Sendable, CaseIterable {
    /// dX = μX dt + σX dW: X = X₀ exp((μ - σ²/2) t + σW).
    case geometric
    /// dX = (X/2 + √(X²+1)) dt + √(X²+1) dW: X = sinh(t + W + arsinh X₀) (Kloeden & Platen 4.4.33).
    case hyperbolic

    private static let growth = 0.5
    private static let volatility = 0.7

    fileprivate var start: Double { self == .geometric ? 1 : 0.3 }

    /// The drift in Ito's sense, or in Stratonovich's: without g ∂g/2.
    fileprivate func drift(_ x: Double, isStratonovich: Bool) -> Double {
      let (mu, sigma) = (Self.growth, Self.volatility)
      switch self {
      case .geometric: return (mu - (isStratonovich ? sigma * sigma / 2 : 0)) * x
      case .hyperbolic: return (x * x + 1).squareRoot() + (isStratonovich ? 0 : x / 2)
      }
    }

    fileprivate func diffusion(_ x: Double) -> Double {
      self == .geometric ? Self.volatility * x : (x * x + 1).squareRoot()
    }

    fileprivate func solution(_ time: Double, _ motion: Double) -> Double {
      let (mu, sigma) = (Self.growth, Self.volatility)
      switch self {
      case .geometric: return start * exp((mu - sigma * sigma / 2) * time + sigma * motion)
      case .hyperbolic: return sinh(time + motion + asinh(start))
      }
    }

    /// `count` independent paths on [0, 1].
    fileprivate func problem(count: Int, isStratonovich: Bool) -> StochasticProblem<Double> {
      StochasticProblem(
        initial: [Double](repeating: start, count: count), span: 0...1,
        drift: { _, x, rate in
          for i in 0..<count { rate[i] = drift(x[i], isStratonovich: isStratonovich) }
        },
        diffusion: { _, x, rate in for i in 0..<count { rate[i] = diffusion(x[i]) } })
    }
  }

  /// The order of strong convergence of `method`: of the mean error at t = 1 over `paths` paths.
  public init(
    _ method: some StochasticMethod, on equation: StochasticEquation, paths: Int = 2000
  ) {
    let stream = RandomStream(seed: 7).stream("order").stream(equation.rawValue)
    let path = VirtualBrownianTree(count: paths, span: 0...1, stream: stream)
    let isStratonovich = method.name == SimpleStochasticMethod.eulerHeun.name
    let problem = equation.problem(count: paths, isStratonovich: isStratonovich)
    let exact = path.values(at: 1).motion.map { equation.solution(1, $0) }
    let sizes = (5...8).map { 1 / Double(1 << $0) }
    let errors = sizes.map { size in
      let end = method.solve(problem, along: path, SolveOptions(steps: .fixed(size: size))).last
      return zip(end, exact).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(paths)
    }
    self.init(
      name: "\(method.name)/\(equation.rawValue)",
      quantity: "order of the mean error at t = 1 over \(paths) paths",
      nominal: method.strongOrder, stepSizes: sizes, errors: errors)
  }
}
