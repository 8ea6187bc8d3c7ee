import Experiment
import Randomness

/// Networks around an ordinary equation (Chen et al., *Neural Ordinary Differential Equations*, NeurIPS
/// 2018), one for each kind of task of the suite `neural-de`, at the published sizes of Pal et al. (ICML
/// 2021; 2023) by default; `Image`, `Trajectory`, `Density`, `Series` and `Latent` say what each is.
///
///     y(t₀) from the inputs,  y' = f(t, y),  answer from the saved y
///
/// A method of these papers is one recipe with one `equation` over all kinds.
public struct NeuralDE: ModelRecipe {
  /// The name in a suite file.
  static let name = "neural-de"

  /// How the equation is solved, differentiated and regularised; that of the convolutional network of images
  /// has a tolerance of its own.
  public var equation = EquationChoices()
  /// The network from images to classes.
  public var images = Image()
  /// The network from initial states to trajectories.
  public var trajectories = Trajectory()
  /// The network from points to densities.
  public var densities = Density()
  /// The network from irregular series to classes.
  public var series = Series()
  /// The network that fills irregular series.
  public var interpolation = Latent()
  /// The learning rate; 0 for the published one of the kind.
  public var learningRate = 0.0
  /// How often the parameters are judged by the validation split; the papers have none.
  public var validationChecks = 10

  /// The recipe with the published parameters.
  public init() {}

  /// An untrained network of the kind that `role` asks for.
  /// - Throws: `AssayError`: unmet requirement when no kind fits the role; bad input for parameters that
  ///   make no network.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    try equation.check(model: Self.name)
    try RecipeCheck(model: Self.name).share("learningRate", learningRate, in: 0..<100)
    try RecipeCheck(model: Self.name).positive(["validationChecks": validationChecks])
    let random = random.stream("init")
    switch try Kind(role) {
    case .image(let shape, let classes):
      return try images.model(self, role, shape: shape, classes: classes, random)
    case .trajectory(let features, let times):
      return try trajectories.model(self, role, features: features, times: times, random)
    case .density(let dimensions):
      return try densities.model(self, role, dimensions: dimensions, random)
    case .series(let shape):
      return try series.model(self, role, shape: shape, random)
    case .latent(let features, let times):
      return try interpolation.model(self, role, features: features, times: times, random)
    }
  }

  /// The model of `core` for `role`.
  func model(
    _ core: some EquationCore, _ role: Role, weights: [RegulariserKind: PublishedWeight],
    _ training: TrainingChoices
  ) -> any Model {
    var training = training
    training.validationChecks = validationChecks
    return FittedNetwork(
      EquationNetwork(
        core: core,
        recorder: EquationRecorder(
          choices: equation, weights: weights.mapValues { $0.course })),
      role: role, training: training)
  }

  /// The rate of the recipe, or else the `published` one.
  func rate(published: Double) -> Double { learningRate == 0 ? published : learningRate }
}
