import Experiment
import Foundation

/// A frozen set of measurements at one profile, stored as text that diffs well.
public struct Baseline: Sendable, Equatable {
  /// The id, which is the folder's name.
  public let id: String
  /// The profile of every cell.
  public let profile: Profile
  /// The results without curves, snapshots, configurations and resource records; its one run carries
  /// the environment.
  public let frame: ResultFrame

  /// A baseline.
  public init(id: String, profile: Profile, frame: ResultFrame) {
    self.id = id
    self.profile = profile
    self.frame = frame
  }
}
