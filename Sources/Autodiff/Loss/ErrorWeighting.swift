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
    var batch = BatchEnergy()
    batch.add(energies)
    return loss(errors: errors, energies: energies, within: batch, from: 0)
  }

  /// `start` plus the share of some samples in the loss of the whole `batch`.
  func loss(
    errors: [Double], energies: [Double], within batch: BatchEnergy, from start: Double
  ) -> Double {
    precondition(errors.count == energies.count, "one error and one energy a sample")
    return errors.indices.reduce(start) { sum, sample in
      sum + errors[sample] * weight(of: energies[sample], within: batch)
    }
  }

  /// The factor of a sample's squared error in the loss of `batch`, from the sample's `energy`.
  func weight(of energy: Double, within batch: BatchEnergy) -> Double {
    switch self {
    case .batchNMSE: batch.total == 0 ? 0 : 1 / batch.total
    case .sampleNMSE: energy == 0 ? 0 : 1 / (energy * batch.counted)
    }
  }
}
