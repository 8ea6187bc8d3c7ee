import Experiment

/// The spiral SDE (Pal et al. 2021, section 4.3): from an initial state and times to the mean and the
/// variance there of all trajectories, [time, component].
///
/// What a model learns from are the published moments of the one initial state (2, 0), which the paper
/// both fits and judges on. Here `moments` judges on eight initial states drawn around it (each number
/// ± 0.25), whose moments our own solver made and no model is shown; checkpoints are chosen by two more.
/// `fitted` scores the published moments themselves, as the paper does. Its loss, the mean square error
/// of means plus that of variances, is twice the `mse` of `moments` or `fitted`: these are means over all
/// numbers. `mean` and `variance` are the two parts on the test.
public struct SpiralSDE: TaskRecipe {
  /// The only choice there is: everything is published or shipped.
  public init() {}

  /// The moments, which the suite ships.
  public var dataset: any DatasetRecipe { SpiralMomentsDataset() }

  /// Reads the moments.
  /// - Throws: `AssayError` (bad input) for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    PreparedMoments(try SpiralMoments(in: data.folder))
  }
}
