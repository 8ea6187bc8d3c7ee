import Foundation

extension OrderStudy {
  /// Where the solution ends.
  private static let end = 6.0

  /// u' = 2 q u cos t and (v, w)' = q (-w, v) with q = v² + w²: nonlinear, dependent on time, with the
  /// solution u = e^(2 sin t), v = cos t, w = sin t, on which q is 1.
  static var coupled: InitialValueProblem<Double> {
    InitialValueProblem(
      initial: [1, 1, 0], span: 0...end,
      jacobian: .exact { time, y, matrix in
        let (u, v, w, q, c) = (y[0], y[1], y[2], y[1] * y[1] + y[2] * y[2], 2 * cos(time))
        let columns = [
          [q * c, 0, 0], [2 * v * u * c, -2 * v * w, q + 2 * v * v],
          [2 * w * u * c, -q - 2 * w * w, 2 * v * w],
        ]
        for (index, value) in columns.joined().enumerated() { matrix[index] = value }
      },
      rate: { time, y, rate in
        let q = y[1] * y[1] + y[2] * y[2]
        rate[0] = 2 * q * y[0] * cos(time)
        rate[1] = -q * y[2]
        rate[2] = q * y[1]
      })
  }

  private static func coupledSolution(_ time: Double) -> [Double] {
    [exp(2 * sin(time)), cos(time), sin(time)]
  }

  /// The root of the mean over all steps of the square of the largest error: at a single time errors
  /// may happen to cancel.
  private static func error(_ solution: Solution<Double>) -> Double {
    let squares = zip(solution.times, solution.states).map { time, state in
      let largest = zip(state, coupledSolution(time)).reduce(0) { max($0, abs($1.0 - $1.1)) }
      return largest * largest
    }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }

  /// Numbers of steps at which the error is above rounding and below the higher terms.
  private static func ladder(_ order: Int) -> [Int] {
    switch order {
    case ...2: [400, 800, 1600, 3200]
    case 3...4: [200, 400, 800, 1600]
    case 5: [100, 140, 200, 280]
    default: [80, 100, 120, 150]
    }
  }

  /// The order of `method` on a coupled nonlinear system, with equal steps.
  public init(_ method: some InitialValueMethod) {
    let counts = Self.ladder(method.order)
    let errors = counts.map { count in
      let options = SolveOptions(
        steps: .fixed(size: Self.end / Double(count)), saving: .everyStep)
      return Self.error(method.solve(Self.coupled, options))
    }
    self.init(
      name: method.name, quantity: "order of the error up to t = 6 of a nonlinear system",
      nominal: Double(method.order), stepSizes: counts.map { Self.end / Double($0) },
      errors: errors)
  }
}
