import Experiment

/// A problem of CFDBench (Luo, Chen & Zhang 2023, arXiv:2310.05963): from one frame of the velocity to
/// the next, judged one step ahead and rolled out on the model's own output; or, in the direct track,
/// from the parameters of the case and a time to the frame of that time.
public struct CFDBench: TaskRecipe {
  /// The problem.
  public var problem: FlowProblem = .cavity
  /// The sweeps to take cases from.
  public var sweeps: [FlowSweep] = [.bc]
  /// Our corrected protocol or the published one.
  public var scoring: FlowScoring = .corrected
  /// What a model is given and asked.
  public var track: FlowTrack = .autoregressive
  /// Seconds between generated frames; 0 for the benchmark's own (0.1 s for cavity and dam, 0.01 s for
  /// the tube, 0.001 s for the cylinder). An import keeps its own.
  public var frameInterval = 0.0
  /// Generated frames of each case; imported cases keep all of theirs.
  public var frames = 40
  /// What the published viscosities of generated cases are multiplied by; 1 is the benchmark, and an
  /// import keeps its own.
  public var viscosityScale = 1.0
  /// How many cases, evenly spaced in the published order; 0 for all.
  public var caseLimit = 0
  /// The distance of the two frames of a pair, and where the pairs of a case end.
  public var pairs = FramePairs()
  /// The shares of cases to fit and to choose a checkpoint by.
  public var split = SplitFractions()
  /// Steps of the roll-outs.
  public var rolloutSteps = 20
  /// Cells of the data along each side; models see the cavity's alone, and with an added column and two
  /// added rows those of the other problems.
  public var outputSize = 64

  /// The defaults: the cavity's BC sweep by the corrected protocol.
  public init() {}

  /// The cases to generate, when none are imported.
  public var dataset: any DatasetRecipe { flowDataset }

  private var flowDataset: CFDBenchDataset {
    CFDBenchDataset(
      problem: problem, sweeps: sweeps, frameInterval: interval, frames: frames,
      viscosityScale: viscosityScale, caseLimit: caseLimit, outputSize: outputSize)
  }

  private var interval: Double { frameInterval == 0 ? problem.frameInterval : frameInterval }

  /// Reads the cases, splits them and lays out the samples.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    try checkParameters()
    let reader = try CFDBenchReader(
      folder: data.folder, problem: problem, outputSize: outputSize)
    let series =
      switch data.origin {
      case .generated: try reader.series(at: flowDataset.generatedPaths)
      case .imported, .shipped, .installed: try reader.series(of: sweeps, limit: caseLimit)
      }
    let rules = FlowProtocol(
      problem: problem, scoring: scoring, track: track, rolloutSteps: rolloutSteps,
      pairs: pairs, fractions: split,
      frameInterval: data.origin == .imported ? problem.frameInterval : interval)
    return try PreparedFlow(
      series: series, rules: rules, size: outputSize, isGenerated: data.origin == .generated)
  }
}
