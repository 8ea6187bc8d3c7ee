/// What a hidden ReLU is shifted by.
public enum ActivationNormalisation: String, Codable, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// The mean of the sample's numbers: max(x, mean), which is CFDBench's `NormAct` without its division
  /// by a deviation that may be 0.
  case sample
}
