import Experiment

/// Where a key stands in the store.
public struct StoredState: Sendable, Equatable {
  /// The state.
  public let state: CellState
  /// Why it is not done; empty when it is.
  public let reason: String

  /// A state.
  public init(state: CellState, reason: String) {
    self.state = state
    self.reason = reason
  }
}
