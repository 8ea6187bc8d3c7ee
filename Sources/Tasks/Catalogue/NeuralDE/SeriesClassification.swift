import Experiment

/// Classification of series of unequal length, some times of which are missing (after Kidger et al. 2020,
/// section 4.1, who drop observations of another set): from values [time, channel], their mask and the
/// times to one logit a class. The authors' test series are the test; validation is a stratified share of
/// their training series.
public struct SeriesClassification: TaskRecipe {
  /// The series.
  public var source: LabelledSeriesSource = .japaneseVowels
  /// The share of times, drawn once and for all for each series, that a model is not given.
  public var dropped = 0.3
  /// The share of the authors' training series, class by class, to choose a checkpoint by.
  public var validationShare = 0.2
  /// How many series to be judged on, as many of each class; 0 for all.
  public var testLimit = 0

  /// The defaults: Japanese vowels with three tenths of the times dropped.
  public init() {}

  /// The files.
  public var dataset: any DatasetRecipe { LabelledSeriesDataset(source: source) }

  /// Reads and splits the series.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    try ParameterCheck.require(
      [
        .share("dropped", dropped, mayBeZero: true), .share("validationShare", validationShare),
        .limit("testLimit", testLimit),
      ], of: "series-classification")
    return PreparedSeriesClasses(try LabelledSeries(source, in: data.folder), of: self)
  }
}
