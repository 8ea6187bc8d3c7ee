/// How squared errors of a batch become one number.
public enum ErrorWeighting: String, Codable, Sendable, CaseIterable {
  /// Σ over samples of |p - y|² / Σ over samples of |y|²: CFDBench's NMSE of a batch, in which fast
  /// flows outweigh slow ones.
  case batchNMSE
  /// The mean over samples of |p - y|² / |y|².
  case sampleNMSE

  /// The loss from the squared error and the squared target of each sample.
  ///
  /// Samples whose target is zero have no normalised error and are left out of `sampleNMSE`; when no
  /// sample has a nonzero target, the loss is 0 and so is its gradient.
  public func loss(errors: [Double], energies: [Double]) -> Double {
    precondition(errors.count == energies.count, "one error and one energy a sample")
    return errors.indices.reduce(0) { sum, sample in
      sum + errors[sample] * weight(of: sample, energies: energies)
    }
  }

  /// The factor of the squared error of `sample` in the loss.
  func weight(of sample: Int, energies: [Double]) -> Double {
    switch self {
    case .batchNMSE:
      let total = energies.reduce(0, +)
      return total == 0 ? 0 : 1 / total
    case .sampleNMSE:
      let counted = energies.reduce(0.0) { $0 + ($1 == 0 ? 0 : 1) }
      return energies[sample] == 0 ? 0 : 1 / (energies[sample] * counted)
    }
  }
}
