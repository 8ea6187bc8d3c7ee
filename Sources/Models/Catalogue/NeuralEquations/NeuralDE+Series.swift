import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

extension NeuralDE {
  /// The network from irregular series to classes: a neural controlled equation (Kidger et al., NeurIPS 2020)
  ///
  ///     z(0) = V X(0) + v,  dz/dt = f(z) dX/dt,  f(z) = tanh(W₂ tanh(W₁ z + b₁) + b₂)
  ///
  /// with the path X of `ControlPath` and f a matrix of state by channels; a linear layer on z(1) gives the
  /// logits. The hidden layers of f are one (published: 1 to 3, by data set); its tanh's are published, the
  /// hidden ones have rectifiers there, of which derivatives in time would not be what TayNODE penalises.
  public struct Series: Codable, Sendable, Equatable {
    /// Numbers of the state.
    public var state = 32
    /// Units of the hidden layer of f.
    public var hidden = 32

    func model(
      _ recipe: NeuralDE, _ role: Role, shape: SeriesShape, _ random: RandomStream
    ) throws -> any Model {
      try RecipeCheck(model: NeuralDE.name).positive(
        ["series.state": state, "series.hidden": hidden])
      return recipe.model(
        SeriesCore(self, shape: shape, random: random), role, weights: NeuralDE.seriesWeights,
        TrainingChoices(learningRate: recipe.rate(published: 1e-3), schedule: .constant))
    }
  }

  /// The sizes of a role from series to classes.
  struct SeriesShape: Equatable {
    let times: Int
    let features: Int
    let classes: Int
  }

  /// The layers of `Series`.
  struct SeriesCore: ClassCore {
    private(set) var parameters: ParameterSet<Float>
    private let shape: SeriesShape
    private let state: Int
    private let lift: PlainLayer
    private let inner: PlainLayer
    private let outer: PlainLayer
    private let head: PlainLayer

    init(_ series: Series, shape: SeriesShape, random: RandomStream) {
      var set = ParameterSet<Float>(random: random)
      let channels = 2 * shape.features + 1
      (self.shape, state) = (shape, series.state)
      lift = PlainLayer("lift", inputs: channels, outputs: series.state, in: &set)
      inner = PlainLayer(
        "inner", inputs: series.state, outputs: series.hidden, activation: .tanh, in: &set)
      outer = PlainLayer(
        "outer", inputs: series.hidden, outputs: series.state * channels, activation: .tanh,
        in: &set)
      head = PlainLayer("classes", inputs: series.state, outputs: shape.classes, in: &set)
      parameters = set
    }

    func start(in graph: SampleGraph) -> EquationStart {
      let table = [shape.times, shape.features]
      let path = ControlPath(
        values: graph.input("values", shape: table), mask: graph.input("mask", shape: table),
        times: graph.input("times", shape: [shape.times]), in: graph)
      return EquationStart(state: lift.layer(path.start, on: graph.tape), path: path)
    }

    func rate<S: SolverScalar>(
      from start: EquationStart, by cast: ParameterCast<S>
    ) -> Tape<S>.JetRate {
      guard let path = start.path else {
        preconditionFailure("a controlled equation starts with its path")
      }
      return { tape, time, state in
        let field = outer(inner(state, on: tape, by: cast), on: tape, by: cast)
        return contracted(field, path.slope(at: time, on: tape), on: tape)
      }
    }

    /// Σ over channels of f[state, channel] X'[channel], of jets of one direction.
    private func contracted<S: SolverScalar>(
      _ field: Jet<S>, _ slope: Jet<S>, on tape: Tape<S>
    ) -> Jet<S> {
      let (samples, channels) = (slope.value.shape[0], slope.value.shape[1])
      let shape = [samples, state, channels]
      func wide(_ x: Variable<S>) -> Variable<S> {
        tape.reshaped(tape.repeated(x, along: [1], to: shape), to: [samples, state * channels])
      }
      func summed(_ x: Variable<S>) -> Variable<S> {
        tape.sum(tape.reshaped(x, to: shape), over: [2])
      }
      let spread = tape.curve(
        wide(slope.value), slope: slope.slopes.map(wide), second: slope.second.map(wide))
      let products = tape.product(field, spread)
      return tape.curve(
        summed(products.value), slope: products.slopes.map(summed),
        second: products.second.map(summed))
    }

    func predictions(
      from states: Variable<Float>, in graph: SampleGraph
    ) -> [String: Variable<Float>] {
      let end = graph.tape.reshaped(states, to: [graph.samples, state])
      return ["logits": head.layer(end, on: graph.tape)]
    }
  }
}
