import Autodiff
import Solvers
import Tensors

/// Drift and diffusion with the parameters of both.
struct TapedFields<S: SolverScalar> {
  let drift: TapedField<S>
  let diffusion: TapedField<S>
  /// Each once, however many of the two use it.
  let parameters: [Parameter<S>]

  init(drift: TapedField<S>, diffusion: TapedField<S>) {
    self.drift = drift
    self.diffusion = diffusion
    let known = Set(drift.parameters.map(ObjectIdentifier.init))
    parameters =
      drift.parameters + diffusion.parameters.filter { !known.contains(ObjectIdentifier($0)) }
  }

  func problem(
    from initial: UnsafePointer<S>, count: Int, over span: ClosedRange<Double>
  ) -> StochasticProblem<S> {
    StochasticProblem(
      initial: [S](UnsafeBufferPointer(start: initial, count: count)), span: span,
      drift: { [drift] in drift.evaluate($0, $1, into: $2) },
      diffusion: { [diffusion] in diffusion.evaluate($0, $1, into: $2) })
  }

  /// The transposed products, which add to `shares`, in the order of the parameters.
  func transpose(into shares: [UnsafeMutablePointer<S>?]) -> StochasticTranspose<S> {
    let places = Dictionary(
      uniqueKeysWithValues: zip(parameters.map(ObjectIdentifier.init), shares))
    for field in [drift, diffusion] {
      field.collect(into: field.parameters.map { places[ObjectIdentifier($0)] ?? nil })
    }
    return StochasticTranspose(
      drift: { [drift] in drift.transpose($0, $1, $2, $3) },
      diffusion: { [diffusion] in diffusion.transpose($0, $1, $2, $3) })
  }
}
