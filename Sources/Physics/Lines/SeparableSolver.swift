import CKernels

/// A direct solver for (shift + scale (Ax + Ay)) x = f on a tensor-product grid.
///
/// Ax is diagonalised (two dense products), Ay is solved as one tridiagonal system a mode, all
/// modes side by side (fast diagonalisation, Lynch, Rice & Thomas 1964, Numer. Math. 6). The
/// pressure uses it with shift 0, implicit diffusion with shift 1: one solver for both. With shift 0
/// and zero-gradient ends on all sides the constant is free and the last row of that mode is 0.
public final class SeparableSolver {
  private let transform: ModalTransform
  private let across: LineOperator
  private let lower: NumberBuffer
  private let diagonal: NumberBuffer
  private let upper: NumberBuffer
  private let modeShifts: NumberBuffer
  private let inversePivots: NumberBuffer
  private let amplitudes: NumberBuffer
  private let freeMode: Int

  /// A solver for unknowns that lie along `line` (fastest in memory) and `across` it.
  public init(along line: LineOperator, across: LineOperator) {
    self.across = across
    transform = ModalTransform(line, rows: across.count)
    lower = NumberBuffer(count: across.count)
    diagonal = NumberBuffer(count: across.count)
    upper = NumberBuffer(count: across.count)
    modeShifts = NumberBuffer(count: line.count)
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
    for j in 0..<across.count {
      let (before, after) = (across.conductances[j], across.conductances[j + 1])
      let weight = scale / across.weights[j]
      lower.base[j] = j == 0 ? 0 : -before * weight
      diagonal.base[j] = (before + after) * weight
      upper.base[j] = j == across.count - 1 ? 0 : -after * weight
    }
    for m in 0..<modes {
      modeShifts.base[m] = shift + scale * (m == freeMode ? 0 : transform.eigenvalues[m])
    }
    flow_tridiagonal_factor(
      across.count, modes, lower.base, diagonal.base, upper.base, modeShifts.base,
      inversePivots.base)
    if freeMode >= 0 && shift == 0 {
      inversePivots.base[(across.count - 1) * modes + freeMode] = 0
    }
  }

  /// Solves for `rows` of `stride` numbers each; `right` and `solution` may be the same memory.
  func solve(
    _ right: UnsafePointer<Double>, stride: Int, into solution: UnsafeMutablePointer<Double>,
    stride solutionStride: Int
  ) {
    transform.forward(right, stride: stride, rows: across.count, into: amplitudes.base)
    flow_tridiagonal_solve(
      across.count, modes, lower.base, upper.base, inversePivots.base, amplitudes.base)
    transform.backward(
      amplitudes.base, rows: across.count, into: solution, stride: solutionStride)
  }

  /// The solution for the row-major right-hand side `right`.
  public func solution(of right: [Double]) -> [Double] {
    precondition(
      right.count == modes * across.count,
      "\(right.count) numbers are no right-hand side of \(modes) by \(across.count)")
    let block = NumberBuffer(right)
    solve(block.base, stride: modes, into: block.base, stride: modes)
    return block.values
  }
}
