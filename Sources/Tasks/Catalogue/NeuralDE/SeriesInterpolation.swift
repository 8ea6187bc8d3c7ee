import Experiment

/// Interpolation of irregular clinical series (Rubanova, Chen & Duvenaud 2019; Pal et al. 2021, section 4.2;
/// 2023): from some values [time, channel], their mask and the times to the values that are asked.
///
/// The papers give all values and ask for the same, which a copy solves; here a share is hidden, and
/// `interpolation` scores that share, `reconstruction` everything as published: the sum of squared errors
/// over the observed values by their number, then the mean over series. Unlike there, minima and maxima
/// are those of the training split, there is a validation split, and every test series is scored.
public struct SeriesInterpolation: TaskRecipe {
  /// The series.
  public var source: ClinicalSource = .pbcseq
  /// The share of observed values that a model is not given; 0 for the published task.
  public var heldOut = 0.3
  /// The distance of the common times: hours of PhysioNet (published: 1), days of pbcseq; 0 for the source's
  /// own (an hour; half a year).
  public var timeStep = 0.0
  /// The share of series to be judged on.
  public var testShare = 0.2
  /// The share of series to choose a checkpoint by.
  public var validationShare = 0.1
  /// How many series, chosen once and for all; 0 for all.
  public var limit = 0

  /// The defaults: pbcseq with three tenths hidden.
  public init() {}

  /// The files.
  public var dataset: any DatasetRecipe { ClinicalDataset(source: source) }

  /// Reads, scales and splits the series.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    try ParameterCheck.require(
      [
        .share("heldOut", heldOut, mayBeZero: true), .share("testShare", testShare),
        .share("validationShare", validationShare),
        .share("testShare + validationShare", testShare + validationShare),
        .limit("limit", limit),
        ParameterCheck(
          "timeStep", timeStep, isIn: timeStep == 0 || (timeStep >= 0.01 && timeStep <= 10_000),
          "0 for the source's own, or 0.01 to 10000"),
      ], of: "series-interpolation")
    let series =
      switch source {
      case .pbcseq: limited(try PBCReader(folder: data.folder).read())
      case .physioNet: try PhysioNetReader(folder: data.folder, limit: limit).read()
      }
    return PreparedInterpolation(try InterpolationData(series, of: self))
  }

  private func limited(_ series: [ObservedSeries]) -> [ObservedSeries] {
    guard limit > 0, limit < series.count else { return series }
    var random = NeuralStreams.stream(source.rawValue, "limit")
    return random.permutation(of: series.count).prefix(limit).sorted().map { series[$0] }
  }

  var channels: [String] {
    switch source {
    case .pbcseq: PBCReader.channels
    case .physioNet: PhysioNetReader.channels
    }
  }

  /// The distance of the common times in the unit of the source: days, or minutes.
  var step: Double {
    switch source {
    case .pbcseq: timeStep == 0 ? PBCReader.step : timeStep
    case .physioNet: timeStep == 0 ? PhysioNetReader.step : timeStep * 60
    }
  }

  var divisor: ChannelScaling.Divisor { source == .physioNet ? .largest : .range }
}
