import Experiment

/// Trajectories of the spiral of the neural ODE papers (Chen et al. 2018; Pal et al. 2021 have a figure of
/// it without its set-up): from an initial state and times to the states at these times. The published
/// tutorials fit one trajectory and judge on it; here initial states differ, and those of the test are
/// never fitted.
public struct Trajectory: TaskRecipe {
  /// Trajectories to fit.
  public var trainingCases = 64
  /// Trajectories to choose a checkpoint by.
  public var validationCases = 16
  /// Trajectories to be judged on.
  public var testCases = 64
  /// Even times of each, the initial one included; 30 in the tutorials.
  public var timePoints = 30
  /// The last time; 1.5 in the tutorials.
  public var endTime = 1.5

  /// The defaults.
  public init() {}

  /// The trajectories, made by our own solver.
  public var dataset: any DatasetRecipe { spirals }

  private var spirals: SpiralDataset {
    SpiralDataset(
      training: trainingCases, validation: validationCases, test: testCases,
      timePoints: timePoints, endTime: endTime)
  }

  /// Reads the trajectories.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    let counts = [
      ("trainingCases", trainingCases), ("validationCases", validationCases),
      ("testCases", testCases),
    ]
    try ParameterCheck.require(
      counts.map { ParameterCheck($0, $1, isIn: (1...1_000_000).contains($1), "1 to 1000000") }
        + [
          ParameterCheck(
            "timePoints", timePoints, isIn: (2...10_000).contains(timePoints), "2 to 10000"),
          ParameterCheck(
            "endTime", endTime, isIn: endTime > 0 && endTime <= 1000, "above 0, to 1000"),
        ], of: "trajectory")
    let truth = try SplitCase.Split.allCases.map { ($0, try spirals.read($0, in: data.folder)) }
    return PreparedTrajectories(Dictionary(uniqueKeysWithValues: truth), times: spirals.times)
  }
}
