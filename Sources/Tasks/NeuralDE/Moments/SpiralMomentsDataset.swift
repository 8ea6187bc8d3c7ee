import Experiment

/// The files with moments of the spiral SDE: `published.json` and `further.json`.
public struct SpiralMomentsDataset: SuppliedDataset, Equatable {
  /// The files that the suite ships.
  public init() {}

  /// `spiral-sde`.
  public var identifier: String { "spiral-sde" }
  /// The name of files of one's own.
  public var benchmark: String { "spiral-sde" }
  /// The folder of the suite.
  public var supply: DataSupply { .shipped(folder: "neural-de/data/spiral-sde") }
}
