/// How the gradient of a solve is found.
public enum AdjointMethod: Sendable, Equatable {
  /// The gradient of the numbers that the solve returned (discretise, then optimise), from a state and
  /// all stages of each accepted step.
  case discrete
  /// That gradient from all that the rate computed at every stage, so that none is evaluated twice: the
  /// fastest, and the most memory. Beyond this many bytes on the tape, further stages are evaluated
  /// again. Sums over stages are rounded in another order than `discrete` has.
  case kept(limitBytes: Int = 1 << 30)
  /// The same gradient as `discrete`, bit by bit, from some of the steps; those between are made again.
  case checkpointed(CheckpointRule = .squareRoot)
  /// The gradient of the solution that the solve approximates (optimise, then discretise): the adjoint
  /// equation solved backwards with the steps' own rule; see `ContinuousAdjoint`.
  case continuous(ContinuousAdjoint)

  /// The adjoint equation along the dense output of the solve, which keeps all its stages.
  public static let interpolating = AdjointMethod.continuous(ContinuousAdjoint(.interpolating))
  /// The adjoint equation beside the state, which is solved backwards too: the memory of a few states.
  public static let backsolve = AdjointMethod.continuous(ContinuousAdjoint(.backsolve))
}
