import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

/// The neural stochastic equations of Pal et al. (ICML 2021, sections 4.3 and 4.4; with local
/// regularisation ICML 2023): dz = f(z) dt + g(z) dW, Ito, diagonal noise, differentiated through the
/// steps of the solver. The network depends on the role.
///
/// - Moments (inputs `initial`, `times`; outputs `mean`, `variance`; task `spiral-sde`): z is the state
///   itself, f(z) = W₂ tanh(W₁ z³ + b₁) + b₂, g linear; as many trajectories a step as
///   `trainingTrajectories`, and the loss is the mean square error of the means plus that of the
///   variances (divided by n - 1).
/// - Classes (input `image`, output `logits`): a dense layer to `width` numbers, f two layers with tanh
///   between, g one layer, t from 0 to 1, a dense layer to the classes, cross-entropy; the logits of a
///   prediction are means over its trajectories.
///
/// A zero stands for what is published for the kind of role. All trajectories of a batch are one system
/// with one step size, as published; in a prediction, those of a sample. The noise of a prediction is the
/// same for every sample.
///
/// Deviations: the learning rate is constant (published for classes: / (1 + 1e-5 step)); of the moments,
/// only the weight of the error is known, those of the others are ours; local penalties draw their noise
/// and their place from streams of their own.
public struct NeuralSDE: ModelRecipe {
  /// The method.
  public var solver = StochasticSolverKind.sosri
  /// Absolute and relative tolerance; 0 for 0.3 (moments) and 0.14 (classes).
  public var tolerance = 0.0
  /// Tolerances under which the trained network is judged again, as variant `tolerance-…`.
  public var testTolerances: [Double] = []
  /// What is penalised.
  public var regulariser = StochasticRegulariser.none
  /// The weight of the penalty; 0 for the published one: of the error 0.2 of the sum over steps
  /// (moments) and 10 of the mean (classes), of stiffness 0.1 of the mean, of local penalties 1000
  /// (classes) and 20 (moments; ours: 0.2 of a sum over some hundred steps). An attached local penalty is a
  /// sample of the mean of errors and has its weight, 10 (classes) and 20.
  public var weight = 0.0
  /// Trajectories of each sample in a training step and in the validation loss; 0 for 100 (moments) and 1 (classes).
  public var trainingTrajectories = 0
  /// Trajectories of each sample in a prediction; 0 for 100 (moments) and 10 (classes; 2023: 1).
  public var predictionTrajectories = 0
  /// Hidden units of the drift; 0 for 50 (moments) and 64 (classes).
  public var hidden = 0
  /// Numbers of the state for classes.
  public var width = 32
  /// The learning rate of AdaBelief (moments) and Adam (classes).
  public var learningRate = 1e-2
  /// How often the parameters are judged by the validation split; the papers have none.
  public var validationChecks = 10

  /// The recipe with the published parameters of 2021.
  public init() {}

  /// An untrained network for the kind of `role`.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    let published = try published(for: role)
    try check()
    let choices = StochasticChoices(
      solver: solver, tolerance: tolerance > 0 ? tolerance : published.tolerance,
      testTolerances: testTolerances, regulariser: regulariser, aggregate: published.aggregate,
      weight: weight > 0 ? weight : published.weight(of: regulariser),
      noise: random.stream("noise"))
    let trajectories = TrajectoryCount(
      training: trainingTrajectories > 0 ? trainingTrajectories : published.training,
      prediction: predictionTrajectories > 0 ? predictionTrajectories : published.prediction)
    let hidden = hidden > 0 ? hidden : published.hidden
    let training = TrainingChoices(
      learningRate: learningRate, schedule: .constant, optimiser: published.optimiser,
      validationChecks: validationChecks)
    switch published {
    case .moments(let shape):
      return FittedNetwork(
        Moments(
          shape: shape, hidden: hidden, choices, trajectories, random: random.stream("init")),
        role: role, training: training)
    case .classes(let shape):
      return FittedNetwork(
        Classes(
          shape: shape, width: width, hidden: hidden, choices, trajectories,
          random: random.stream("init")),
        role: role, training: training)
    }
  }

  /// - Throws: `AssayError` (bad input) for parameters that make no network
  private func check() throws {
    try RecipeCheck(model: "neural-sde").positive(
      ["width": width, "validationChecks": validationChecks])
    let counts = [trainingTrajectories, predictionTrajectories, hidden]
    guard counts.allSatisfy({ $0 >= 0 }), tolerance >= 0, weight >= 0,
      testTolerances.allSatisfy({ $0 > 0 })
    else {
      throw AssayError(
        .badInput, where: "model neural-sde",
        found: "trajectories, hidden units, tolerance or weight below 0",
        expected: "0 for what is published, or numbers above 0",
        remedy: "correct the model's parameters")
    }
    guard regulariser != .stiffness || solver == .sosri2 else {
      throw AssayError(
        .badInput, where: "model neural-sde",
        found: "regulariser stiffness, solver \(solver.rawValue)",
        expected: "a solver that estimates stiffness", remedy: "set solver: sosri2")
    }
  }
}
