import Experiment

extension ModelFailure {
  /// What an error that work threw is stored as.
  init(thrown error: any Error) {
    switch error {
    case let failure as ModelFailure: self = failure
    case let error as AssayError where error.kind == .unmetRequirement:
      self.init(.unmetRequirement, error.description)
    default: self.init(.raised, String(describing: error))
    }
  }
}
