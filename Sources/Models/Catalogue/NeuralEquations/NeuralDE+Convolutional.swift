import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

extension NeuralDE.Image {
  /// The "standard neural ODE" of CIFAR-10 of Pal, Edelman & Rackauckas 2023, with 3 x 3 taps everywhere:
  ///
  ///     y(0) = N₈ [x, L x],  f(t, y) = C₃ [g(N₆₄ C₂ [g(N₆₄ C₁ [y, t]), t]), t],  t in [0, 1]
  ///     logits = W flat(g(H y(1))) + b
  ///
  /// L goes from 3 channels to 5, C₁, C₂ and C₃ without biases from 9 to 64, 65 to 64 and 65 to 8, H from 8
  /// to 1; t is a channel of its own, N a batch normalisation, g gelu. Adam's rate falls as half a cosine
  /// from 0.003 to a thirtieth of it; tolerances are 10⁻⁴, in training and test.
  ///
  /// Images of three channels are standardised by the means and deviations of CIFAR-10; others are not.
  ///
  /// Deviations: running statistics inside of f move a hundredth as fast (`RateNormalisation`), by the
  /// evaluations that the way back differentiates; g is the exact function (Flux: its approximation by
  /// tanh); gradients are those of the numbers returned (published: `interpolating`, which can be chosen).
  ///
  /// Of f there are values alone, so that penalties on derivatives, `taylor` and `kinetic`, are refused.
  public struct Convolutional: Codable, Sendable, Equatable {
    /// Channels that L makes.
    public var lifted = 5
    /// Channels between the layers of f.
    public var width = 64
    /// The absolute and the relative tolerance, in the place of the equation's; 0 for the equation's.
    public var tolerance = 1e-4

    /// The published sizes.
    public init() {}

    func model(
      _ recipe: NeuralDE, _ role: Role, shape: [Int], classes: Int, _ random: RandomStream
    ) throws -> any Model {
      try check(recipe.equation, shape)
      var recipe = recipe
      if tolerance > 0 { recipe.equation.tolerance = tolerance }
      return recipe.model(
        NeuralDE.ConvolutionalCore(recipe.images, shape: shape, classes: classes, random: random),
        role, weights: NeuralDE.convolutionalWeights,
        TrainingChoices(
          learningRate: recipe.rate(published: 3e-3), schedule: .cosineToThirtieth))
    }

    private func check(_ equation: EquationChoices, _ shape: [Int]) throws {
      let check = RecipeCheck(model: NeuralDE.name)
      try check.positive([
        "images.convolutional.lifted": lifted, "images.convolutional.width": width,
      ])
      try check.share("images.convolutional.tolerance", tolerance, in: 0..<1)
      guard shape.count == 3 else {
        throw AssayError(
          .unmetRequirement, where: "model \(NeuralDE.name)",
          found: "images \(shape) for the convolutional network",
          expected: "a channel, a row and a column axis",
          remedy: "choose images.form paper2021 or paper2023")
      }
      guard !equation.regulariser.kind.needsDerivatives else {
        throw AssayError(
          .badInput, where: "model \(NeuralDE.name)",
          found: "the regulariser \(equation.regulariser.kind.rawValue) with the convolutional "
            + "network of images",
          expected: "a regulariser without derivatives along time, which this network has none of",
          remedy: "change the equation's regulariser, or choose images.form paper2021 or paper2023")
      }
    }
  }
}

extension NeuralDE {
  /// The layers of `Image.Convolutional`.
  struct ConvolutionalCore: ClassCore {
    private(set) var parameters: ParameterSet<Float>
    private let image: [Int]
    private let channels: Int
    private let zeros: Int
    private let lift: PlainConvolution
    private let entrance: BatchNormalisation<Float>
    private let hidden: [(convolution: TimedConvolution, normalisation: RateNormalisation)]
    private let last: TimedConvolution
    private let gathering: PlainConvolution
    private let head: PlainLayer

    init(_ sizes: Image, shape: [Int], classes: Int, random: RandomStream) {
      var set = ParameterSet<Float>(random: random)
      let (form, lifted) = (sizes.convolutional, shape[0] + sizes.convolutional.lifted)
      image = shape
      zeros = sizes.augmentedDimensions
      channels = lifted + zeros
      lift = PlainConvolution("lift", inputs: shape[0], outputs: form.lifted, in: &set)
      entrance = BatchNormalisation("entrance", channels: lifted, in: &set)
      hidden = [channels, form.width].enumerated().map { index, inputs in
        (
          TimedConvolution("field.\(index)", inputs: inputs, outputs: form.width, in: &set),
          RateNormalisation(
            "field.\(index).normalisation", channels: form.width, activation: .gelu, in: &set)
        )
      }
      last = TimedConvolution("field.2", inputs: form.width, outputs: channels, in: &set)
      gathering = PlainConvolution(
        "gathering", inputs: channels, outputs: 1, activation: .gelu, in: &set)
      head = PlainLayer("classes", inputs: shape[1] * shape[2], outputs: classes, in: &set)
      parameters = set
    }

    private var extents: [Int] { Array(image.dropFirst()) }

    func start(in graph: SampleGraph) -> EquationStart {
      let tape = graph.tape
      let pixels = standardised(graph.input("image", shape: image), on: tape)
      var parts = [
        entrance(tape.joined([pixels, lift(pixels, on: tape, by: ParameterCast())]), on: tape)
      ]
      if zeros > 0 { parts.append(tape.constant([graph.samples, zeros] + extents)) }
      return EquationStart(
        state: tape.flattened(parts), movesStatistics: tape.gradientPlace == .parameters)
    }

    /// The published means and deviations of the channels of CIFAR-10, of pixels from 0 to 1.
    private static let means: [Float] = [0.4914, 0.4822, 0.4465]
    private static let deviations: [Float] = [0.2023, 0.1994, 0.2010]

    /// (x - mean) / deviation, channel by channel: a normalisation by statistics that never change.
    private func standardised(_ x: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
      guard image[0] == Self.means.count else { return x }
      let mean = Parameter<Float>(name: "standard.mean", shape: [image[0]])
      let variance = Parameter<Float>(name: "standard.variance", shape: [image[0]])
      mean.value.load(Self.means)
      variance.value.load(Self.deviations.map { $0 * $0 })
      return tape.batchNormalised(
        x, scale: nil, shift: nil,
        statistics: .running(RunningStatistics(mean: mean, variance: variance)), epsilon: 0)
    }

    func rate<S: SolverScalar>(
      from start: EquationStart, by cast: ParameterCast<S>
    ) -> Tape<S>.JetRate {
      { tape, time, state in
        precondition(state.slopes == nil, "the convolutional network has no derivatives")
        let clock = tape.spread(time.value, over: extents)
        let fields = tape.reshaped(state.value, perSample: [channels] + extents)
        let inner = hidden.reduce(fields) { x, layer in
          layer.normalisation(
            layer.convolution(x, at: clock, on: tape, by: cast), from: start, on: tape, by: cast)
        }
        let rate = last(inner, at: clock, on: tape, by: cast)
        return tape.curve(tape.reshaped(rate, to: state.value.shape), slope: nil)
      }
    }

    func predictions(
      from states: Variable<Float>, in graph: SampleGraph
    ) -> [String: Variable<Float>] {
      let tape = graph.tape
      let end = tape.reshaped(states, to: [graph.samples, channels] + extents)
      let field = gathering(end, on: tape, by: ParameterCast())
      return [
        "logits": head.layer(
          tape.reshaped(field, to: [graph.samples, field.elementsPerSample]), on: tape)
      ]
    }
  }
}
