import Solvers

/// A penalty on one further step from a random state of the solution (Pal, Edelman & Rackauckas, ICML
/// 2023), in the choices of a solve on a tape.
public struct LocalStepPenalty: Sendable, Equatable, Codable {
  /// Where the step begins.
  public enum Start: String, Sendable, Codable, CaseIterable {
    /// At a uniform time of the span, from the state on the chord of the step there.
    case unbiased
    /// At the start of an accepted step, any but the first with the same probability; at the start of
    /// the span when there is one step.
    case biased
  }

  /// Where the step begins.
  public let start: Start
  /// What the gradient does with the first stage; the authors' code detaches it.
  public let firstStage: LocalRegulariser.FirstStage

  /// These choices.
  public init(_ start: Start, firstStage: LocalRegulariser.FirstStage = .detached) {
    self.start = start
    self.firstStage = firstStage
  }
}
