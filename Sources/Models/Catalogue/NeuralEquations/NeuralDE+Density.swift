import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

extension NeuralDE {
  /// A continuous normalising flow from points to a standard normal density (Grathwohl et al., *FFJORD*,
  /// ICLR 2019, with the exact trace), of the size of the Gaussian mixture in the code of Pal et al. (2021):
  ///
  ///     x(0) the point,  x' = f(t, x),  ℓ' = tr ∂f/∂x,  log p = log N(x(1); 0, 1) + ℓ(1)
  ///
  /// f has layers (W x + b) ⊙ σ(a t + c) + d t (FFJORD's concatsquash) with softplus between them. The loss
  /// is the mean of -log p; Adam's rate is 0.04, weights decay by 10⁻⁵. Penalties on derivatives look at x
  /// alone.
  public struct Density: Codable, Sendable, Equatable {
    /// Units of each hidden layer.
    public var hidden = 16
    /// Hidden layers.
    public var layers = 2

    private static let decay = 1e-5

    func model(
      _ recipe: NeuralDE, _ role: Role, dimensions: Int, _ random: RandomStream
    ) throws -> any Model {
      try RecipeCheck(model: NeuralDE.name).positive([
        "densities.hidden": hidden, "densities.layers": layers,
      ])
      return recipe.model(
        DensityCore(self, dimensions: dimensions, random: random), role,
        weights: NeuralDE.densityWeights,
        TrainingChoices(
          learningRate: recipe.rate(published: 4e-2), schedule: .constant,
          optimiser: .adam(decay: WeightDecay(rate: Self.decay))))
    }
  }

  /// The layers of `Density`.
  struct DensityCore: EquationCore {
    private(set) var parameters: ParameterSet<Float>
    private let dimensions: Int
    private let layers: [SquashedLayer]

    init(_ density: Density, dimensions: Int, random: RandomStream) {
      var set = ParameterSet<Float>(random: random)
      let sizes =
        [dimensions] + [Int](repeating: density.hidden, count: density.layers) + [dimensions]
      layers = (0..<sizes.count - 1).map {
        SquashedLayer("layers.\($0)", inputs: sizes[$0], outputs: sizes[$0 + 1], in: &set)
      }
      self.dimensions = dimensions
      parameters = set
    }

    func rate<S: SolverScalar>(
      from start: EquationStart, by cast: ParameterCast<S>
    ) -> Tape<S>.JetRate {
      { tape, time, state in
        var x = tape.columns(0..<dimensions, of: state)
        var tangents = (0..<dimensions).map { tape.axis($0, as: x) }
        for (index, layer) in layers.enumerated() {
          let isLast = index == layers.count - 1
          (x, tangents) = layer(x, tangents, at: time, isLast: isLast, on: tape, by: cast)
        }
        let diagonal = tangents.enumerated().map { tape.columns($0..<$0 + 1, of: $1) }
        let trace = diagonal.dropFirst().reduce(diagonal[0]) { tape.sum($0, $1) }
        return tape.concatenated([x, trace], axis: 1)
      }
    }

    func start(in graph: SampleGraph) -> EquationStart {
      let points = graph.input("points", shape: [dimensions])
      return EquationStart(
        state: graph.tape.concatenated(
          [points, graph.tape.constant([graph.samples, 1])], axis: 1),
        penalisedFeatures: dimensions)
    }

    func predictions(
      from states: Variable<Float>, in graph: SampleGraph
    ) -> [String: Variable<Float>] {
      let tape = graph.tape
      let end = tape.reshaped(states, to: [graph.samples, dimensions + 1])
      let place = tape.slice(end, axis: 1, 0..<dimensions)
      let squares = tape.sum(tape.product(place, place), over: [1])
      let normal = tape.scaled(squares, by: -0.5, plus: -Float(dimensions) * Self.halfLogTwoPi)
      let change = tape.slice(end, axis: 1, dimensions..<dimensions + 1)
      return ["log-density": tape.sum(tape.reshaped(normal, to: change.shape), change)]
    }

    /// log(2π) / 2
    private static let halfLogTwoPi: Float = 0.918_938_533

    /// The mean negative log-likelihood; there are no targets.
    func loss(
      of predictions: [String: Variable<Float>], in graph: SampleGraph
    ) -> Variable<Float> {
      guard let density = predictions["log-density"] else {
        preconditionFailure("a network of densities predicts their logarithm")
      }
      let rows = graph.tape.reshaped(density, to: [graph.samples])
      let mean = graph.tape.mean(rows, over: [0])
      return graph.tape.scaled(graph.tape.reshaped(mean, to: [1]), by: -1)
    }
  }
}

extension Tape {
  /// The unit vector along axis `index` at every point of `x`, with what a jet like `x` carries.
  fileprivate func axis(_ index: Int, as x: Jet<S>) -> Jet<S> {
    let (points, features) = (x.value.shape[0], x.value.shape[1])
    let row = (0..<features).map { S($0 == index ? 1 : 0) }
    let values = (0..<points).flatMap { _ in row }
    let carriesSecond = if case .each = x.order { true } else { false }
    return curve(
      constant([points, features], values), slope: nil, carriesSecond: carriesSecond)
  }
}
