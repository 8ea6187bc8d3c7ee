import CKernels

/// A direct solver for (shift + scale (Ax + Ay)) x = f on a tensor-product grid.
///
/// Ax is diagonalised (two dense products), Ay is solved as one tridiagonal system a mode, all
/// modes side by side (fast diagonalisation, Lynch, Rice & Thomas 1964, Numer. Math. 6); on a much
/// longer than high grid the two change places, because the dense products are the larger part. The
/// pressure uses it with shift 0, implicit diffusion with shift 1: one solver for both. With shift 0
/// and zero-gradient ends on all sides the constant is free and the last row of that mode is 0.
public final class SeparableSolver {
  private let transform: ModalTransform
  /// The line on which the tridiagonal systems live.
  private let marched: LineOperator
  private let lower: NumberBuffer
  private let diagonal: NumberBuffer
  private let upper: NumberBuffer
  private let modeShifts: NumberBuffer
  private let inversePivots: NumberBuffer
  private let amplitudes: NumberBuffer
  private lazy var kept = NumberBuffer(count: amplitudes.count)
  private let freeMode: Int

  /// A solver for unknowns that lie along `line` (fastest in memory) and `across` it.
  public init(along line: LineOperator, across: LineOperator) {
    // Turning pays when it saves a third of the dense products.
    let isTurned = 3 * across.count < 2 * line.count
    let (dense, marched) = isTurned ? (across, line) : (line, across)
    self.marched = marched
    transform = ModalTransform(
      dense, rows: marched.count, layout: isTurned ? .acrossRows : .alongRows)
    lower = NumberBuffer(count: marched.count)
    diagonal = NumberBuffer(count: marched.count)
    upper = NumberBuffer(count: marched.count)
    modeShifts = NumberBuffer(count: dense.count)
    inversePivots = NumberBuffer(count: line.count * across.count)
    amplitudes = NumberBuffer(count: line.count * across.count)
    let isSingular = line.annihilatesConstants && across.annihilatesConstants
    let eigenvalues = transform.eigenvalues
    let smallest = eigenvalues.indices.min { eigenvalues[$0] < eigenvalues[$1] }
    freeMode = isSingular ? smallest ?? -1 : -1
    prepare(shift: 0, scale: 1)
  }

  private var modes: Int { transform.eigenvalues.count }

  /// Sets the coefficients of the equation; costs one division an unknown and allocates nothing.
  public func prepare(shift: Double, scale: Double) {
    for j in 0..<marched.count {
      let (before, after) = (marched.conductances[j], marched.conductances[j + 1])
      let weight = scale / marched.weights[j]
      lower.base[j] = j == 0 ? 0 : -before * weight
      diagonal.base[j] = (before + after) * weight
      upper.base[j] = j == marched.count - 1 ? 0 : -after * weight
    }
    for m in 0..<modes {
      modeShifts.base[m] = shift + scale * (m == freeMode ? 0 : transform.eigenvalues[m])
    }
    flow_tridiagonal_factor(
      marched.count, modes, lower.base, diagonal.base, upper.base, modeShifts.base,
      inversePivots.base)
    if freeMode >= 0 && shift == 0 {
      inversePivots.base[(marched.count - 1) * modes + freeMode] = 0
    }
  }

  /// Solves for rows of `stride` numbers each; `right` and `solution` may be the same memory.
  func solve(
    _ right: UnsafePointer<Double>, stride: Int, into solution: UnsafeMutablePointer<Double>,
    stride solutionStride: Int
  ) {
    transform.forward(right, stride: stride, lines: allLines, into: amplitudes.base)
    solveModes(amplitudes)
    transform.backward(
      amplitudes.base, lines: allLines, into: solution, stride: solutionStride)
  }

  /// Solves for a right-hand side that depends on the solution of a first one.
  ///
  /// `revise` is given that first solution on the `lines` alone and replaces it there by what is to
  /// be added to the right-hand side. Costs little more than one solve.
  func solve(
    _ field: UnsafeMutablePointer<Double>, stride: Int, lines: Range<Int>,
    revise: (UnsafeMutablePointer<Double>) -> Void
  ) {
    transform.forward(field, stride: stride, lines: allLines, into: amplitudes.base)
    kept.copy(from: amplitudes)
    solveModes(amplitudes)
    transform.backward(amplitudes.base, lines: lines, into: field, stride: stride)
    revise(field)
    transform.forward(field, stride: stride, lines: lines, into: amplitudes.base)
    for k in lines.lowerBound * modes..<lines.upperBound * modes {
      kept.base[k] += amplitudes.base[k]
    }
    solveModes(kept)
    transform.backward(kept.base, lines: allLines, into: field, stride: stride)
  }

  /// The lines that pass through the unknown in `column` of `row`.
  func line(column: Int, row: Int) -> Int { transform.layout == .alongRows ? row : column }

  private var allLines: Range<Int> { 0..<marched.count }

  private func solveModes(_ values: NumberBuffer) {
    flow_tridiagonal_solve(
      marched.count, modes, lower.base, upper.base, inversePivots.base, values.base)
  }

  /// The solution for the row-major right-hand side `right`.
  public func solution(of right: [Double]) -> [Double] {
    precondition(
      right.count == modes * marched.count,
      "\(right.count) numbers are no right-hand side of \(modes) by \(marched.count)")
    let block = NumberBuffer(right)
    let stride = transform.layout == .alongRows ? modes : marched.count
    solve(block.base, stride: stride, into: block.base, stride: stride)
    return block.values
  }
}
