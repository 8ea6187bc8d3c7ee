import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

extension NeuralDE {
  /// The network from images to classes. That of MNIST in both papers: the pixels themselves, unscaled, are
  /// y(0), a linear layer on y(1) gives the logits.
  ///
  ///     f(t, y) = g(W₂ [tanh(W₁ [y, t] + b₁), t] + b₂),  t in [0, 1]
  ///
  /// `Convolutional` says what that of CIFAR-10 is.
  public struct Image: Codable, Sendable, Equatable {
    /// Which paper's.
    public enum Form: String, Codable, Sendable, CaseIterable {
      /// What was published for such images: `paper2021` for one channel, `convolutional` for several.
      case published
      /// Pal et al. 2021: g is tanh; momentum of 0.9, rate 0.1 / (1 + 10⁻⁵ n).
      case paper2021
      /// Pal, Edelman & Rackauckas 2023: g is the identity; Adam, rate 0.001.
      case paper2023
      /// Pal, Edelman & Rackauckas 2023, of CIFAR-10.
      case convolutional
    }

    /// Which paper's.
    public var form = Form.published
    /// Units of the hidden layer.
    public var hidden = 100
    /// Zeros beside the pixels in y(0) (Dupont, Doucet & Teh, *Augmented Neural ODEs*, NeurIPS 2019); of
    /// the convolutional network as many channels of zeros.
    public var augmentedDimensions = 0
    /// The sizes of the convolutional network.
    public var convolutional = Convolutional()

    func model(
      _ recipe: NeuralDE, _ role: Role, shape: [Int], classes: Int, _ random: RandomStream
    ) throws -> any Model {
      let check = RecipeCheck(model: NeuralDE.name)
      try check.positive(["images.hidden": hidden])
      try check.share("images.augmentedDimensions", Double(augmentedDimensions), in: 0..<1_000_000)
      if form == .convolutional || form == .published && shape.count == 3 && shape[0] > 1 {
        return try convolutional.model(recipe, role, shape: shape, classes: classes, random)
      }
      let training =
        form == .paper2023
        ? TrainingChoices(learningRate: recipe.rate(published: 1e-3), schedule: .constant)
        : TrainingChoices(
          learningRate: recipe.rate(published: 0.1), schedule: .inverseDecay,
          optimiser: .sgd(momentum: 0.9, decay: .none))
      return recipe.model(
        ImageCore(self, shape: shape, classes: classes, random: random), role,
        weights: NeuralDE.imageWeights, training)
    }
  }

  /// The layers of `Image` but for the convolutional ones.
  struct ImageCore: ClassCore {
    private(set) var parameters: ParameterSet<Float>
    private let shape: [Int]
    private let augmented: Int
    private let inner: TimedLayer
    private let outer: TimedLayer
    private let head: PlainLayer

    init(_ image: Image, shape: [Int], classes: Int, random: RandomStream) {
      var set = ParameterSet<Float>(random: random)
      let features = shape.reduce(1, *) + image.augmentedDimensions
      inner = TimedLayer(
        "inner", inputs: features, outputs: image.hidden, activation: .tanh, in: &set)
      outer = TimedLayer(
        "outer", inputs: image.hidden, outputs: features,
        activation: image.form == .paper2023 ? .identity : .tanh, in: &set)
      head = PlainLayer("classes", inputs: features, outputs: classes, in: &set)
      (self.shape, augmented) = (shape, image.augmentedDimensions)
      parameters = set
    }

    func rate<S: SolverScalar>(
      from start: EquationStart, by cast: ParameterCast<S>
    ) -> Tape<S>.JetRate {
      { tape, time, state in
        outer(inner(state, at: time, on: tape, by: cast), at: time, on: tape, by: cast)
      }
    }

    func start(in graph: SampleGraph) -> EquationStart {
      let tape = graph.tape
      let pixels = tape.reshaped(
        graph.input("image", shape: shape), to: [graph.samples, shape.reduce(1, *)])
      guard augmented > 0 else { return EquationStart(state: pixels) }
      return EquationStart(
        state: tape.concatenated([pixels, tape.constant([graph.samples, augmented])], axis: 1))
    }

    func predictions(
      from states: Variable<Float>, in graph: SampleGraph
    ) -> [String: Variable<Float>] {
      let end = graph.tape.reshaped(states, to: Array(states.shape.dropFirst()))
      return ["logits": head.layer(end, on: graph.tape)]
    }
  }
}
