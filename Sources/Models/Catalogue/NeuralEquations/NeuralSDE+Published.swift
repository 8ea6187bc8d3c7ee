import Experiment
import Networks
import Solvers

extension NeuralSDE {
  /// What is published for a kind of role, with its sizes.
  enum Published {
    /// Moments of a state of this shape at these times.
    case moments(MomentShape)
    /// Classes of an image.
    case classes(ImageShape)

    var tolerance: Double {
      switch self {
      case .moments: 0.3
      case .classes: 0.14
      }
    }

    var training: Int {
      switch self {
      case .moments: 100
      case .classes: 1
      }
    }

    var prediction: Int {
      switch self {
      case .moments: 100
      case .classes: 10
      }
    }

    var hidden: Int {
      switch self {
      case .moments: 50
      case .classes: 64
      }
    }

    /// How error estimates are put together.
    var aggregate: StepRegulariser.Aggregate {
      switch self {
      case .moments: .sum
      case .classes: .mean
      }
    }

    var optimiser: OptimiserChoice {
      switch self {
      case .moments: .adaBelief(decay: .none)
      case .classes: .adam
      }
    }

    func weight(of regulariser: StochasticRegulariser) -> Double {
      switch (regulariser, self) {
      case (.none, _): 0
      case (.error, .moments): 0.2
      case (.error, .classes), (.localUnbiasedAttached, .classes), (.localBiasedAttached, .classes):
        10
      case (.stiffness, _): 0.1
      case (_, .moments): 20
      case (_, .classes): 1000
      }
    }
  }

  /// The sizes of a role that asks for moments.
  struct MomentShape {
    let components: Int
    let times: Int
  }

  /// The sizes of a role that asks for the class of an image.
  struct ImageShape {
    let image: [Int]
    let classes: Int
    var pixels: Int { image.reduce(1, *) }
  }

  /// - Throws: `AssayError` (unmet requirement) for a role of neither kind
  func published(for role: Role) throws -> Published {
    if let initial = role.input("initial"), let times = role.input("times"),
      let mean = role.output("mean"), let variance = role.output("variance"),
      initial.shape.count == 1, times.shape.count == 1, role.outputs.count == 2,
      mean.shape == times.shape + initial.shape, variance.shape == mean.shape
    {
      return .moments(MomentShape(components: initial.shape[0], times: times.shape[0]))
    }
    if let image = role.input("image"), let logits = role.output("logits"),
      logits.shape.count == 1, role.outputs.count == 1
    {
      return .classes(ImageShape(image: image.shape, classes: logits.shape[0]))
    }
    throw AssayError(
      .unmetRequirement, where: "model neural-sde",
      found: "a role of \(role.inputs.map(\.name)) and \(role.outputs.map(\.name))",
      expected: "initial, times and mean, variance; or image and logits",
      remedy: "use the model in a task such as spiral-sde or image-classification")
  }
}
