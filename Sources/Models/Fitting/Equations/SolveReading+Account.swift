import Networks

extension SolveReading {
  /// The name of what `kind` counts in a model's account.
  static func account(of kind: Kind) -> String {
    switch kind {
    case .forwardEvaluations: "nfe"
    case .backwardEvaluations: "backward-nfe"
    case .acceptedSteps: "accepted-steps"
    case .rejectedSteps: "rejected-steps"
    }
  }
}
