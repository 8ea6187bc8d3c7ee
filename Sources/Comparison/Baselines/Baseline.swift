import Experiment
import Foundation

/// A frozen set of measurements at one profile, stored as text that diffs well.
public struct Baseline: Sendable, Equatable {
  /// The id, which is the folder's name.
  public let id: String
  /// The profile of every cell.
  public let profile: Profile
  /// The results without snapshots, and with no curves but those of single test samples; of a cell's
  /// configuration the hashes of data and task are kept. Its one run carries the environment.
  public let frame: ResultFrame
  /// How far runs with other seeds lie apart by chance; empty for a baseline of schema 1.
  public let tolerances: [Tolerance]

  /// A baseline.
  public init(id: String, profile: Profile, frame: ResultFrame, tolerances: [Tolerance] = []) {
    self.id = id
    self.profile = profile
    self.frame = frame
    self.tolerances = tolerances
  }
}
