/// Where a baseline's numbers come from; the two are never mixed without a mark.
public enum BaselineKind: String, Codable, Sendable, CaseIterable {
  /// Measured by Assay.
  case measured
  /// Read from a paper.
  case published
}
