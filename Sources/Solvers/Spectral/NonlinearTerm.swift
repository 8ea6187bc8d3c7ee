import Tensors

/// Evaluates M g(u) of a problem from modes to modes in buffers of its own.
final class NonlinearTerm {
  private let problem: SemilinearProblem
  private let outer: ModeFactors
  private let mask: ModeFactors?
  private let masked: Buffer<Double>
  private let values: Buffer<Double>
  private let work: Buffer<Double>
  /// How often it was evaluated.
  private(set) var evaluations = 0

  init(_ problem: SemilinearProblem) {
    self.problem = problem
    let grid = problem.grid
    outer = ModeFactors(problem.outer)
    if problem.dealiasing == .twoThirds {
      var kept = SpectralSymbol(grid, ComplexNumber(1))
      for mode in 0..<grid.modeCount where !SemilinearProblem.keeps(mode, of: grid) {
        kept[mode] = ComplexNumber(0)
      }
      mask = ModeFactors(kept)
    } else {
      mask = nil
    }
    masked = Buffer(count: 2 * grid.modeCount)
    values = Buffer(count: grid.valueCount)
    work = grid.makeWorkspace()
  }

  /// result = M g(u).
  func evaluate(_ u: Buffer<Double>, into result: Buffer<Double>) {
    evaluations += 1
    if let mask {
      mask.multiply(u, into: masked)
      problem.grid.synthesise(masked, into: values, work)
    } else {
      problem.grid.synthesise(u, into: values, work)
    }
    problem.pointwise(values.start, values.start, values.count)
    problem.grid.analyse(values, into: result, work)
    outer.multiply(result, into: result)
  }
}
