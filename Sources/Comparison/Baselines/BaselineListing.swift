import Experiment
import Foundation

/// One baseline in a list of them.
public struct BaselineListing: Sendable, Equatable {
  /// The path below the folder of baselines, as in `assay-quick` or `published/cfdbench`.
  public let id: String
  /// Measured or published.
  public let kind: BaselineKind
  /// The profile of a measured one; nil for a published one.
  public let profile: Profile?
  /// Where it lies.
  public let folder: URL
}
