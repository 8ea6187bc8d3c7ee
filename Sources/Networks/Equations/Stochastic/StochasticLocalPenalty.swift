import Solvers

/// The local penalty of a training pass through a stochastic equation: from which point of the
/// solution the further step is taken, and what its gradient follows (Pal, Edelman & Rackauckas,
/// ICML 2023).
///
/// The step is one of the method of the solve, measured as the solve is, with increments of its
/// own.
public struct StochasticLocalPenalty: Sendable, Equatable, Codable {
  /// Where the step starts.
  public enum Place: String, Sendable, Codable, CaseIterable {
    /// Anywhere in the span, uniformly, from the state on the chord of the step there ("unbiased").
    case anywhere
    /// At the end of any accepted step but the last ("biased"); at the start of the span when there
    /// is one step alone.
    case stepEnds
  }

  /// Where the step starts.
  public let place: Place
  /// What the gradient does with the first stage; the state, the step size and the increments are
  /// constants to it.
  public let firstStage: LocalRegulariser.FirstStage

  /// A penalty of these choices; the authors' code detaches the first stage.
  public init(at place: Place, firstStage: LocalRegulariser.FirstStage = .detached) {
    self.place = place
    self.firstStage = firstStage
  }
}
