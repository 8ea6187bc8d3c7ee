import Autodiff
import Experiment
import Networks
import Randomness
import Solvers

extension NeuralDE {
  /// The network of the tutorials on the spiral of Chen et al. (2018), in DiffEqFlux and torchdiffeq:
  ///
  ///     f(y) = W₂ tanh(W₁ y³ + b₁) + b₂
  ///
  /// with y(t₀) given; the loss is the mean square of the differences at all times (DiffEqFlux sums them),
  /// Adam's rate is 0.05.
  public struct Trajectory: Codable, Sendable, Equatable {
    /// Units of the hidden layer.
    public var hidden = 50

    func model(
      _ recipe: NeuralDE, _ role: Role, features: Int, times: Int, _ random: RandomStream
    ) throws -> any Model {
      try RecipeCheck(model: NeuralDE.name).positive(["trajectories.hidden": hidden])
      return recipe.model(
        TrajectoryCore(hidden: hidden, features: features, times: times, random: random), role,
        weights: NeuralDE.trajectoryWeights,
        TrainingChoices(learningRate: recipe.rate(published: 0.05), schedule: .constant))
    }
  }

  /// The layers of `Trajectory`.
  struct TrajectoryCore: EquationCore {
    private(set) var parameters: ParameterSet<Float>
    private let features: Int
    private let times: Int
    private let inner: PlainLayer
    private let outer: PlainLayer

    init(hidden: Int, features: Int, times: Int, random: RandomStream) {
      var set = ParameterSet<Float>(random: random)
      inner = PlainLayer("inner", inputs: features, outputs: hidden, activation: .tanh, in: &set)
      outer = PlainLayer("outer", inputs: hidden, outputs: features, in: &set)
      (self.features, self.times) = (features, times)
      parameters = set
    }

    func rate<S: SolverScalar>(
      from start: EquationStart, by cast: ParameterCast<S>
    ) -> Tape<S>.JetRate {
      { tape, _, state in
        let cube = tape.product(tape.product(state, state), state)
        return outer(inner(cube, on: tape, by: cast), on: tape, by: cast)
      }
    }

    /// From the first time to the last, which all samples of a pass have in common.
    func start(in graph: SampleGraph) -> EquationStart {
      let initial = graph.input("initial", shape: [features])
      let place = graph.input("times", shape: [times])
      let (samples, count) = (graph.samples, times)
      return EquationStart(
        state: initial, times: (0..<count).map { Double($0) / Double(count - 1) },
        readTimes: {
          let row = (0..<count).map { Double(place.value[$0]) }
          let isOrdered = zip(row, row.dropFirst()).allSatisfy(<)
          let isShared = (0..<samples).allSatisfy { sample in
            (0..<count).allSatisfy { place.value[sample * count + $0] == place.value[$0] }
          }
          guard isOrdered, isShared, row.allSatisfy({ $0.isFinite }) else {
            // what has no times of its own has no states
            initial.value.update(repeating: .nan, count: initial.count)
            return []
          }
          return row
        })
    }

    func predictions(
      from states: Variable<Float>, in graph: SampleGraph
    ) -> [String: Variable<Float>] {
      ["states": graph.tape.permuted(states, axes: [1, 0, 2])]
    }

    /// The mean square error.
    func loss(
      of predictions: [String: Variable<Float>], in graph: SampleGraph
    ) -> Variable<Float> {
      guard let states = predictions["states"] else {
        preconditionFailure("a network of trajectories predicts states")
      }
      return graph.tape.meanSquareError(
        states, target: graph.target("states", shape: [times, features]))
    }
  }
}
