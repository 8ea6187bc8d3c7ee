import Physics

extension CavityDataset {
  /// Whether and how a case is generated.
  struct Decision {
    /// The solver's cells along the longer side; 0 when it is not generated.
    let resolution: Int
    /// Why it is not generated; empty when it is.
    let reason: String
    /// A guess.
    let expectedSeconds: Double
  }

  /// What the solver's own rule says of a case at this dataset's frame times.
  func decision(on entry: CavityEnumeration) -> Decision {
    let rule = CavityResolutionRule()
    switch rule.decision(
      on: CavityCase(entry.parameters), frameInterval: frameInterval, frames: frames)
    {
    case .resolved(let cells, let seconds):
      return Decision(resolution: cells, reason: "", expectedSeconds: seconds)
    case .unresolved(let reason):
      return Decision(resolution: 0, reason: reason, expectedSeconds: 0)
    }
  }
}
