import Experiment

/// Estimation of a density in the plane from samples of it (the FFJORD experiments of Pal et al. 2021, which
/// are in their code alone): from a point to the logarithm of the density there, in nats. The true density is
/// known, so that the score has a floor.
public struct Density: TaskRecipe {
  /// The density.
  public var mixture: PointMixture = .gaussians
  /// Points to fit; with those of validation the 2,048 of the published code, of which a quarter was kept.
  public var trainingPoints = 1536
  /// Points to choose a checkpoint by.
  public var validationPoints = 512
  /// Points to be judged on.
  public var testPoints = 1024
  /// Points along each side of a square over which the model's density is summed, to see whether its mass
  /// is 1; 0 for none.
  public var massPoints = 64

  /// The defaults: six normal densities.
  public init() {}

  /// The points, drawn from named streams.
  public var dataset: any DatasetRecipe {
    PointDataset(
      mixture: mixture, training: trainingPoints, validation: validationPoints, test: testPoints)
  }

  /// Reads the points.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    let counts = [
      ("trainingPoints", trainingPoints), ("validationPoints", validationPoints),
      ("testPoints", testPoints),
    ]
    try ParameterCheck.require(
      counts.map { ParameterCheck($0, $1, isIn: (3...10_000_000).contains($1), "3 to 10000000") }
        + [
          ParameterCheck(
            "massPoints", massPoints, isIn: (0...4096).contains(massPoints), "0 to 4096")
        ], of: "density")
    let points = try SplitCase.Split.allCases.map {
      ($0, try PointDataset.read($0, in: data.folder))
    }
    return PreparedDensity(Dictionary(uniqueKeysWithValues: points), of: self)
  }
}
