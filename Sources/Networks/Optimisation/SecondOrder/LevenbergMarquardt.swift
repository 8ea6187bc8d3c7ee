import Autodiff
import Solvers
import Tensors

/// The Levenberg-Marquardt method for the sum of squares F = ½ Σ rᵢ² of a small network's residuals:
///
///     (JᵀJ + μ I) h = -Jᵀ r,  w <- w + h if F falls
///
/// with Nielsen's damping (Madsen, Nielsen & Tingleff, *Methods for non-linear least squares
/// problems*, 2nd ed. 2004, algorithm 3.16). One row of J costs one backward pass, and J with its
/// normal matrix is kept whole: use it for up to some thousand residuals and parameters. In Double,
/// since the normal matrix has the square of J's condition.
public struct LevenbergMarquardt: Resumable {
  /// The most parameters: their normal matrix of 8 n² bytes fills 128 MiB.
  public static let mostParameters = 4096
  /// The most elements of J, which then fills 512 MiB.
  public static let mostElements = 1 << 26
  /// τ: μ starts at τ times the largest diagonal element of JᵀJ.
  static let initialDamping = 1e-3
  /// The most dampings that one step tries.
  static let trials = 30

  private let flat: FlatParameters<Double>
  private let tape: Tape<Double>
  private let residuals: Variable<Double>
  private let jacobian: Buffer<Double>
  private let normal: Buffer<Double>
  private let damped: Buffer<Double>
  private let slope: Buffer<Double>
  private let move: Buffer<Double>
  private let origin: Buffer<Double>
  /// μ and ν; μ is negative before the first step.
  private var damping = -1.0
  private var growth = 2.0

  /// An optimiser at rest.
  ///
  /// - Parameters:
  ///   - parameters: what to move
  ///   - residuals: r, a result on `tape`
  ///   - tape: a tape for training, whose constants the caller has filled
  /// - Throws: `NetworkTooLarge` above the limits
  public init(
    _ parameters: [Parameter<Double>], residuals: Variable<Double>, on tape: Tape<Double>
  ) throws {
    flat = FlatParameters(parameters)
    let (rows, columns) = (residuals.count, flat.count)
    guard columns <= Self.mostParameters, rows * columns <= Self.mostElements else {
      throw NetworkTooLarge(residuals: rows, parameters: columns)
    }
    self.tape = tape
    self.residuals = residuals
    jacobian = Buffer(count: rows * columns)
    normal = Buffer(count: columns * columns)
    damped = Buffer(count: columns * columns)
    slope = Buffer(count: columns)
    move = Buffer(count: columns)
    origin = Buffer(count: columns)
  }

  /// Takes one step, with as many dampings as it needs.
  /// - Returns: F before the step
  public mutating func step() -> Double {
    let start = evaluate()
    guard start.isFinite else { return start }
    linearise()
    if damping < 0 { damping = Self.initialDamping * largestCurvature }
    flat.copyValues(to: origin)
    for _ in 0..<Self.trials {
      let gain = solve() ? gainRatio(from: start) : -1
      if gain > 0 {
        let shrink = 1 - (2 * gain - 1) * (2 * gain - 1) * (2 * gain - 1)
        damping *= max(1.0 / 3, shrink)
        growth = 2
        return start
      }
      flat.restoreValues(from: origin)
      damping *= growth
      growth *= 2
    }
    return start
  }

  private func evaluate() -> Double {
    tape.forward()
    return Double.reductions.squareSum(residuals.count, residuals.value) / 2
  }

  /// J, JᵀJ and Jᵀ r at the present values.
  private func linearise() {
    let (rows, columns) = (residuals.count, flat.count)
    var seed = [Double](repeating: 0, count: rows)
    for row in 0..<rows {
      if row > 0 { tape.forward() }  // a backward pass uses up what the forward pass kept
      seed[row] = 1
      tape.backward(from: residuals, seed: seed)
      flat.copyGradients(to: jacobian.start + row * columns)
      seed[row] = 0
    }
    let j = MatrixView(jacobian.start, rows: rows, columns: columns)
    BLAS.multiply(
      j.transposed, j, into: MatrixView(normal.start, rows: columns, columns: columns))
    BLAS.multiply(
      j.transposed, MatrixView(residuals.value, rows: rows, columns: 1),
      into: MatrixView(slope.start, rows: columns, columns: 1))
  }

  private var largestCurvature: Double {
    (0..<flat.count).reduce(0) { max($0, normal.start[$1 * (flat.count + 1)]) }
  }

  /// h for the present damping.
  private func solve() -> Bool {
    let count = flat.count
    damped.start.update(from: normal.start, count: count * count)
    for index in 0..<count { damped.start[index * (count + 1)] += damping }
    Double.elements.scale(count, -1, slope.start, move.start)
    guard Double.factorisation.factorisePositive(count, damped.start) == 0 else { return false }
    Double.factorisation.solvePositive(count, damped.start, 1, move.start)
    return true
  }

  /// The fall of F over the fall ½ hᵀ (μ h - Jᵀ r) that the linear model predicts.
  private func gainRatio(from start: Double) -> Double {
    flat.move(from: origin, by: 1, along: move)
    let end = evaluate()
    let count = flat.count
    let predicted =
      (damping * Double.reductions.squareSum(count, move.start)
        - Double.optimisers.dot(count, move.start, slope.start)) / 2
    guard end.isFinite, predicted > 0 else { return -1 }
    return (start - end) / predicted
  }
}

extension LevenbergMarquardt {
  /// μ and ν.
  public var state: NamedState<Double> {
    var state = NamedState<Double>()
    state.put("damping", [damping, growth])
    return state
  }

  /// Goes on from `state`.
  public mutating func restore(_ state: NamedState<Double>) throws {
    try self.state.checkLayout(of: state)
    let numbers = try state.doubles("damping")
    guard numbers.count == 2 else {
      throw CheckpointMismatch(
        name: "damping", found: "\(numbers.count) numbers", expected: "two numbers")
    }
    (damping, growth) = (numbers[0], numbers[1])
  }
}
