/// A symplectic method as a symmetric composition of steps wᵢ h of the method of Stoermer and Verlet.
public struct SymplecticComposition: Sendable, Equatable {
  /// The name, as in `order/yoshida4`.
  public let name: String
  /// Where the coefficients come from.
  public let source: String
  /// p.
  public let order: Int
  /// w, whose sum is 1.
  public let fractions: [Double]

  /// Solves `problem` with equal steps; states are positions, then momenta.
  public func solve<S: SolverScalar>(
    _ problem: SeparableProblem<S>, stepSize: Double, saving: SolveOptions.Saving = .end
  ) -> Solution<S> {
    let options = SolveOptions(
      steps: .fixed(size: stepSize), saving: saving, stepLimit: Int.max)
    return SteppingLoop(
      SymplecticStepper(self, problem), initial: problem.positions + problem.momenta,
      span: problem.span, options: options
    ).run(firstSize: stepSize, controller: .sciML(order: order))
  }

  /// Every symplectic method.
  public static let catalogue: [SymplecticComposition] = [.verlet, .yoshida4, .yoshida6]
}
