import Networks

extension SolveReading.Kind {
  /// The name of what it counts in a model's account.
  var account: String {
    switch self {
    case .forwardEvaluations: "nfe"
    case .backwardEvaluations: "backward-nfe"
    case .acceptedSteps: "accepted-steps"
    case .rejectedSteps: "rejected-steps"
    }
  }
}
