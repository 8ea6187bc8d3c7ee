import Randomness

/// A task of a shelf: which data, and how a model is trained and judged on it.
public protocol TaskRecipe: Recipe {
  /// The data that the task needs, generated or imported before any cell runs.
  var dataset: any DatasetRecipe { get }

  /// Reads the data and lays out training and test samples.
  ///
  /// The split depends on the task alone, never on the cell's seed, so that every seed and every
  /// model is judged on the same samples.
  /// - Throws: `AssayError` when the data are missing or damaged.
  func prepare(_ data: DataLocation) throws -> any PreparedTask
}
