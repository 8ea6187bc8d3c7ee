import Autodiff
import Networks
import Randomness
import Tensors

extension AutoFFN {
  /// The layers and how they are joined.
  ///
  /// The first layer sees the whole field, which is the same for all points of a sample. It is
  /// therefore split: one product per sample for the field and the flow parameters, one per point
  /// for row and column, and a sum for every pair.
  struct Network: FieldNetwork {
    let recipe: AutoFFN
    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let field: Parameter<Float>
    private let query: Parameter<Float>
    private let bias: Parameter<Float>
    private let hidden: [Dense<Float>]
    private let answer: Dense<Float>

    init(_ recipe: AutoFFN, flow: FlowRole, random: RandomStream) {
      self.recipe = recipe
      self.flow = flow
      let width = recipe.width
      var set = ParameterSet<Float>(random: random)
      let shared = recipe.components * flow.points + flow.parameters
      let fanIn = Initialiser.fanIn(shared + 2)
      field = set.add("first.field.weight", shape: [width, shared], fanIn)
      query = set.add("first.query.weight", shape: [width, 2], fanIn)
      bias = set.add("first.bias", shape: [width], fanIn)
      hidden = (1..<recipe.layers).map {
        Dense("hidden.\($0)", inputs: width, outputs: width, activation: .relu, in: &set)
      }
      answer = Dense("answer", inputs: width, outputs: recipe.components, in: &set)
      parameters = set
    }

    func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
      let points = PointList(Array(0..<flow.points))
      let predicted = change(at: points, redrawnBy: .nobody, in: graph)
      let velocity = velocity(in: graph)
      let last = components(of: velocity, in: graph)
      let shape = [recipe.components, flow.height, flow.width]
      let next = graph.tape.sum(last, graph.tape.reshaped(predicted, perSample: shape))
      guard recipe.channels == .u else { return ["velocity": next] }
      return ["velocity": graph.tape.joined([next, graph.tape.channels(1..<2, of: velocity)])]
    }

    func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
      let tape = graph.tape
      let drawn = tape.mode == .training && recipe.trainingPoints > 0
      let count = drawn ? recipe.trainingPoints : flow.points
      let points = PointList(Array(0..<count).map { $0 % flow.points })
      let predicted = change(at: points, redrawnBy: drawn ? .step : .nobody, in: graph)
      let last = tape.values(of: components(of: velocity(in: graph), in: graph), at: points)
      let target = graph.target("velocity", shape: [2, flow.height, flow.width])
      let wanted = tape.values(of: components(of: target, in: graph), at: points)
      let mask = tape.values(
        of: graph.input("mask", shape: [1, flow.height, flow.width]), at: points)
      return tape.normalisedSquareError(
        prediction: tape.masked(tape.sum(last, predicted), by: mask),
        target: tape.masked(wanted, by: mask), weighting: recipe.loss)
    }

    private enum Redrawing {
      case nobody
      case step
    }

    /// The predicted change at `points`: [samples, components, points].
    private func change(
      at points: PointList, redrawnBy redrawing: Redrawing, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let coordinates = tape.constant([points.count, 2])
      write(points, to: coordinates)
      if redrawing == .step {
        graph.beforeEachStep("points", for: .batch) { random in
          points.redraw { _ in random.index(below: flow.points) }
          write(points, to: coordinates)
        }
      }
      let sensors = tape.flattened([
        components(of: velocity(in: graph), in: graph),
        graph.input("parameters", shape: [flow.parameters]),
      ])
      var h = tape.outerSum(
        tape.dense(sensors, weight: field, bias: bias),
        tape.dense(coordinates, weight: query, bias: nil), activation: .relu)
      for layer in hidden { h = layer(h, on: tape) }
      return tape.channelsFirst(answer(h, on: tape), samples: graph.samples)
    }

    private func write(_ points: PointList, to coordinates: Variable<Float>) {
      for (position, point) in points.indices.enumerated() {
        coordinates.value[2 * position] = Float(point / flow.width)
        coordinates.value[2 * position + 1] = Float(point % flow.width)
      }
    }

    private func velocity(in graph: SampleGraph) -> Variable<Float> {
      graph.input("velocity", shape: [2, flow.height, flow.width])
    }

    /// The components that the network reads and predicts.
    private func components(of velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float>
    {
      recipe.channels == .u ? graph.tape.channels(0..<1, of: velocity) : velocity
    }
  }

  /// The number of components that are read and predicted.
  var components: Int { channels == .u ? 1 : 2 }
}
