import Solvers

/// The local penalty of a training pass: from which point of the solution the further step is taken, and
/// what its gradient follows (Pal, Edelman & Rackauckas, ICML 2023).
public struct LocalPenalty: Sendable, Equatable {
  /// Where the step starts.
  public enum Place: Sendable, Equatable, Codable {
    /// Anywhere in the span, uniformly, by dense output ("unbiased").
    case anywhere
    /// At the end of any accepted step but the last ("biased"); at the start of the span when there is
    /// one step alone.
    case stepEnds
  }

  /// The step and its measure.
  public let regulariser: LocalRegulariser
  /// Where the step starts.
  public let place: Place
  /// What the gradient does with the first stage; the state and the step size are constants to it.
  public let firstStage: LocalRegulariser.FirstStage

  /// A penalty of these choices.
  public init(
    _ regulariser: LocalRegulariser, at place: Place,
    firstStage: LocalRegulariser.FirstStage = .detached
  ) {
    self.regulariser = regulariser
    self.place = place
    self.firstStage = firstStage
  }
}
