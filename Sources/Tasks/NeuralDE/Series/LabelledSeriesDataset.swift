import Experiment

/// The files of a set of series with classes.
public struct LabelledSeriesDataset: SuppliedDataset, Equatable {
  /// Which.
  public let source: LabelledSeriesSource

  /// The files of `source`.
  public init(source: LabelledSeriesSource) {
    self.source = source
  }

  /// As in `japanese-vowels`.
  public var identifier: String { source.rawValue }
  /// The name under which a user's own copy is imported.
  public var benchmark: String { source.rawValue }
  /// The folder of the suite.
  public var supply: DataSupply { .shipped(folder: "neural-de/data/japanese-vowels") }
}
