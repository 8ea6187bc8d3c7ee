import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

extension NeuralDE {
  /// The network between irregular series: the latent ODE (Rubanova, Chen & Duvenaud, NeurIPS 2019) at the
  /// sizes of Pal et al. 2021, a variational autoencoder
  ///
  ///     [μ; ln σ²] = W₂ tanh(W₁ [m; s]),  z(t₀) = μ + σ ε,  z' = f(tanh z),  answer = D z(tᵢ)
  ///
  /// with [m; s] of `BackwardEncoder` and f of `blocks` pairs of layers latent-width-latent with tanh after
  /// each. The loss is the mean over samples of -(L - κ K): L the logarithm of a Gaussian likelihood of
  /// deviation 0.01 by the number of asked values, K the divergence of z(t₀) from normal numbers (a mean over
  /// `latent`), κ = max(0, 1 - 0.99^(e - 10)), e being the epoch of 300; AdaMax, rate 0.01 / (1 + 10⁻⁵ n).
  ///
  /// Deviations: predictions and the validation loss take z(t₀) = μ, as in the 2023 paper (2021: a sample);
  /// an epoch is 1/300 of the training, whatever its length; L counts its constant for asked values alone;
  /// the encoder's test for observations is mended (`update`).
  public struct Latent: Codable, Sendable, Equatable {
    /// Units of each half of the encoder's state.
    public var encoder = 50
    /// Units of the encoder's first layers.
    public var encoderHidden = 40
    /// Units between the encoder's state and μ, ln σ².
    public var bridge = 50
    /// Numbers of z.
    public var latent = 20
    /// Units of the inner layers of f; 50 (2021), 40 (2023).
    public var width = 50
    /// Pairs of layers of f.
    public var blocks = 4
    /// At which times the encoder's state changes: `observed`, or `published` for the code's slip.
    public var update = EncoderUpdate.observed

    func model(
      _ recipe: NeuralDE, _ role: Role, features: Int, times: Int, _ random: RandomStream
    ) throws -> any Model {
      try RecipeCheck(model: NeuralDE.name).positive([
        "interpolation.encoder": encoder, "interpolation.encoderHidden": encoderHidden,
        "interpolation.bridge": bridge,
        "interpolation.latent": latent, "interpolation.width": width,
        "interpolation.blocks": blocks,
      ])
      return recipe.model(
        LatentCore(self, features: features, times: times, random: random), role,
        weights: NeuralDE.latentWeights,
        TrainingChoices(
          learningRate: recipe.rate(published: 0.01), schedule: .inverseDecay,
          optimiser: .adaMax(decay: .none)))
    }
  }

  /// The layers of `Latent`.
  struct LatentCore: EquationCore {
    /// The deviation of the likelihood.
    private static let deviation = 0.01
    /// Epochs of the published training, and those before the divergence counts.
    private static let (epochs, silentEpochs) = (300, 10)
    private static let annealing = 0.99

    private(set) var parameters: ParameterSet<Float>
    private let table: [Int]
    private let latent: Int
    private let encoder: BackwardEncoder<Float>
    private let bridge: [PlainLayer]
    private let field: [PlainLayer]
    private let decoder: PlainLayer

    init(_ sizes: Latent, features: Int, times: Int, random: RandomStream) {
      var set = ParameterSet<Float>(random: random)
      (table, latent) = ([times, features], sizes.latent)
      encoder = BackwardEncoder(
        "encoder", features: features, width: sizes.encoder, hidden: sizes.encoderHidden,
        update: sizes.update, in: &set)
      bridge = [
        PlainLayer(
          "bridge.0", inputs: 2 * sizes.encoder, outputs: sizes.bridge, activation: .tanh, in: &set),
        PlainLayer("bridge.1", inputs: sizes.bridge, outputs: 2 * latent, in: &set),
      ]
      field = (0..<2 * sizes.blocks).map { index in
        let isInner = index % 2 == 0
        return PlainLayer(
          "field.\(index)", inputs: isInner ? sizes.latent : sizes.width,
          outputs: isInner ? sizes.width : sizes.latent, activation: .tanh, in: &set)
      }
      decoder = PlainLayer("decoder", inputs: latent, outputs: features, in: &set)
      parameters = set
    }

    func rate<S: SolverScalar>(
      from start: EquationStart, by cast: ParameterCast<S>
    ) -> Tape<S>.JetRate {
      { tape, _, state in
        field.reduce(tape.mapped(state, by: .tanh)) { $1($0, on: tape, by: cast) }
      }
    }

    func start(in graph: SampleGraph) -> EquationStart {
      let tape = graph.tape
      let times = graph.input("times", shape: [table[0]])
      let clock = SolveClock(times, in: graph)
      let code = encoder(
        graph.input("values", shape: table), mask: graph.input("mask", shape: table), times: times,
        on: tape)
      let both = bridge.reduce(code) { $1.layer($0, on: tape) }
      let mean = tape.slice(both, axis: 1, 0..<latent)
      let logarithm = tape.slice(both, axis: 1, latent..<2 * latent)
      guard tape.mode == .training else { return start(mean, at: clock, on: tape) }
      let state = tape.sum(mean, noise(logarithm, in: graph))
      return start(
        state, at: clock, losing: weightedDivergence(mean, logarithm, in: graph), on: tape)
    }

    private func start(
      _ state: Variable<Float>, at clock: SolveClock, losing loss: Variable<Float>? = nil,
      on tape: Tape<Float>
    ) -> EquationStart {
      EquationStart(
        state: tape.shifted(state, by: clock.validity), times: clock.times,
        readTimes: { clock.times }, loss: loss)
    }

    /// σ ε, drawn anew for each step.
    private func noise(_ logarithm: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let normal = tape.constant(logarithm.shape)
      graph.beforeEachStep("latent") { stream in
        for index in 0..<normal.count { normal.value[index] = Float(stream.normal()) }
      }
      return tape.product(tape.mapped(tape.scaled(logarithm, by: 0.5), by: .exp), normal)
    }

    /// κ times the mean of (σ² + μ² - 1 - ln σ²) / 2: [1].
    private func weightedDivergence(
      _ mean: Variable<Float>, _ logarithm: Variable<Float>, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let terms = tape.difference(
        tape.sum(tape.mapped(logarithm, by: .exp), tape.product(mean, mean)),
        tape.scaled(logarithm, by: 1, plus: 1))
      let weight = tape.constant([1])
      let steps = graph.trainingSteps
      graph.beforeEachStep { step in
        weight.value[0] = Float(0.5 * Self.divergenceWeight(at: step, of: steps))
      }
      return tape.product(
        weight, tape.reshaped(tape.mean(terms, over: [0, 1]), to: [1]))
    }

    /// κ at a step of a training.
    static func divergenceWeight(at step: Int, of steps: Int) -> Double {
      let epoch = epochs * step / max(steps, 1)
      return 1 - Annealing(from: 1, to: annealing).value(at: max(epoch - silentEpochs, 0), of: 1)
    }

    func predictions(
      from states: Variable<Float>, in graph: SampleGraph
    ) -> [String: Variable<Float>] {
      let tape = graph.tape
      let (times, samples) = (states.shape[0], states.shape[1])
      let flat = tape.reshaped(states, to: [times * samples, latent])
      let values = tape.reshaped(
        decoder.layer(flat, on: tape), to: [times, samples, table[1]])
      return ["values": tape.permuted(values, axes: [1, 0, 2])]
    }

    /// -L.
    func loss(
      of predictions: [String: Variable<Float>], in graph: SampleGraph
    ) -> Variable<Float> {
      guard let values = predictions["values"] else {
        preconditionFailure("a network of series predicts values")
      }
      let tape = graph.tape
      let asked = graph.input("asked", shape: table)
      let errors = tape.product(
        asked, tape.difference(values, graph.target("values", shape: table)))
      let squares = tape.sum(tape.product(errors, errors), over: [1, 2])
      let samples = graph.samples
      // one where nothing is asked, and so nothing lost
      let counts = tape.custom(
        [tape.sum(asked, over: [1, 2])], shape: [samples], name: "AskedCount",
        value: { inputs, output in
          for sample in 0..<samples { output[sample] = max(inputs[0][sample], 1) }
        }, gradient: { _, _, _, _ in })
      let mean = tape.reshaped(tape.mean(tape.quotient(squares, counts), over: [0]), to: [1])
      let variance = Self.deviation * Self.deviation
      return tape.scaled(mean, by: Float(1 / (2 * variance)), plus: Float(Self.constant))
    }

    /// ln 0.01 + ln(2π) / 2, of each asked value.
    private static let constant = -4.605_170_185_988_091 + 0.918_938_533_204_672_7
  }
}
