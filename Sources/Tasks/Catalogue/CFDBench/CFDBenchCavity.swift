import Experiment

/// The lid-driven cavity of CFDBench (Luo, Chen & Zhang 2023, arXiv:2310.05963), autoregressive track:
/// from one frame of the velocity to the next, judged one step ahead and rolled out on the model's own
/// output.
public struct CFDBenchCavity: TaskRecipe {
  /// The sweeps to take cases from.
  public var sweeps: [CavitySweep] = [.bc]
  /// Our corrected protocol or the published one.
  public var scoring: CavityScoring = .corrected
  /// Seconds between generated frames.
  public var frameInterval = 0.1
  /// Generated frames of each case; imported cases keep all of theirs.
  public var frames = 40
  /// What the published viscosities of generated cases are multiplied by; 1 is the benchmark, and an
  /// import keeps its own.
  public var viscosityScale = 1.0
  /// How many cases, evenly spaced in the published order; 0 for all.
  public var caseLimit = 0
  /// The share of cases (of distinct flows when corrected) to fit.
  public var trainingFraction = 0.8
  /// The share of cases to choose a checkpoint by; the rest is the test.
  public var validationFraction = 0.1
  /// Steps of the roll-outs.
  public var rolloutSteps = 20
  /// Pairs of frames end where the mean change of speed falls below this: relative to the mean speed
  /// when corrected, in m/s when published.
  public var steadyThreshold = 0.001
  /// Cells along each side.
  public var outputSize = 64

  /// The defaults: the BC sweep by the corrected protocol.
  public init() {}

  /// The cases to generate, when none are imported.
  public var dataset: any DatasetRecipe { cavityDataset }

  private var cavityDataset: CavityDataset {
    CavityDataset(
      sweeps: sweeps, frameInterval: frameInterval, frames: frames,
      viscosityScale: viscosityScale, caseLimit: caseLimit, outputSize: outputSize)
  }

  /// Reads the cases, splits them and lays out the pairs of frames.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    try checkParameters()
    let reader = try CFDBenchReader(folder: data.folder, outputSize: outputSize)
    let series =
      switch data.origin {
      case .generated: try reader.series(at: cavityDataset.generatedPaths)
      case .imported: try reader.series(of: sweeps, limit: caseLimit)
      }
    return try PreparedCavity(
      series: series,
      protocol: CavityProtocol(
        scoring: scoring, rolloutSteps: rolloutSteps, steadyThreshold: steadyThreshold,
        fractions: SplitFractions(training: trainingFraction, validation: validationFraction)),
      size: outputSize)
  }

  private func checkParameters() throws {
    let share = trainingFraction + validationFraction
    let checks: [(holds: Bool, name: String, found: String, expected: String)] = [
      (!sweeps.isEmpty, "sweeps", "no sweep", "one or more of bc, prop, geo"),
      (frameInterval > 0, "frameInterval", "\(frameInterval)", "seconds above 0"),
      (frames >= 2, "frames", "\(frames)", "2 or more"),
      (
        viscosityScale > 0 && viscosityScale.isFinite, "viscosityScale", "\(viscosityScale)",
        "a factor above 0"
      ),
      (caseLimit >= 0, "caseLimit", "\(caseLimit)", "0 for all, or a number of cases"),
      (trainingFraction > 0, "trainingFraction", "\(trainingFraction)", "a share above 0"),
      (validationFraction > 0, "validationFraction", "\(validationFraction)", "a share above 0"),
      (share < 1, "trainingFraction + validationFraction", "\(share)", "less than 1"),
      (rolloutSteps >= 1, "rolloutSteps", "\(rolloutSteps)", "1 or more"),
      (steadyThreshold >= 0, "steadyThreshold", "\(steadyThreshold)", "0 or more"),
      (outputSize >= 2, "outputSize", "\(outputSize)", "2 or more"),
    ]
    guard let wrong = checks.first(where: { !$0.holds }) else { return }
    throw AssayError(
      .badInput, where: "task cfd-bench-cavity, \(wrong.name)", found: wrong.found,
      expected: wrong.expected, remedy: "correct the parameter in the suite file")
  }
}
