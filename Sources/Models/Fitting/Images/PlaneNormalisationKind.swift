/// Whose statistics normalise the channels of an image.
public enum PlaneNormalisationKind: String, Codable, Sendable, CaseIterable {
  /// Those of each channel over the batch; in inference the running ones.
  case batch
  /// Those of each sample over groups of at most eight channels.
  case group
}
