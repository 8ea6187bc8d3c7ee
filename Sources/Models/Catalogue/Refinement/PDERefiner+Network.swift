import Autodiff
import Networks
import Randomness

extension PDERefiner {
  /// The layers, and the passes through them.
  struct Network: FieldNetwork {
    private let recipe: PDERefiner
    private let flow: FlowRole
    private let passes: RefinementSchedule
    private let random: RandomStream
    private(set) var parameters: ParameterSet<Float>
    private let layers: UNetLayers

    init(_ recipe: PDERefiner, flow: FlowRole, random: RandomStream) {
      self.recipe = recipe
      self.flow = flow
      self.random = random.stream("refinement")
      passes = RefinementSchedule(
        refinements: recipe.refinementSteps, minimumNoise: recipe.minimumNoise)
      var set = ParameterSet<Float>(random: random.stream("init"))
      // a plain prediction has neither an estimate nor the number of its pass as channels
      let refined = recipe.refinementSteps > 0 ? 2 + passes.variances.count : 0
      layers = UNetLayers(
        inputs: 3 + flow.parameters + refined, outputs: 2, width: recipe.width, .group, in: &set)
      parameters = set
    }

    func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
      ["velocity": velocity(in: graph)]
    }

    func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
      let (tape, mask) = (graph.tape, graph.mask(of: flow))
      guard tape.mode == .training else {
        let target = graph.target("velocity", shape: flow.velocityShape)
        return tape.normalisedSquareError(
          prediction: velocity(in: graph), target: tape.masked(target, by: mask),
          weighting: recipe.loss)
      }
      let (change, draw) = (change(in: graph), RefinementDraw(passes, flow, in: graph))
      let answer = answer(
        to: tape.sum(
          tape.multiplied(change, bySample: draw.signal),
          tape.multiplied(draw.noise, bySample: draw.inputNoise)),
        inPass: draw.pass, in: graph)
      let wanted = tape.difference(
        tape.multiplied(draw.noise, bySample: draw.signal),
        tape.multiplied(change, bySample: draw.level))
      return tape.normalisedSquareError(
        prediction: tape.masked(answer, by: mask), target: tape.masked(wanted, by: mask),
        weighting: recipe.loss)
    }

    /// y of the targets, 0 outside the mask.
    private func change(in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let target = graph.target("velocity", shape: flow.velocityShape)
      let change = tape.masked(
        tape.difference(target, graph.velocity(of: flow)), by: graph.mask(of: flow))
      let unit = Float(1 / recipe.differenceScale)
      return tape.scaled(inNetworkUnit(change, in: graph), by: unit)
    }

    private func inNetworkUnit(_ x: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      guard recipe.scaling == .perSample else { return x }
      let speed = graph.tape.rootMeanSquare(graph.velocity(of: flow))
      return graph.tape.divided(x, bySample: speed)
    }

    /// The next velocity by all passes.
    private func velocity(in graph: SampleGraph) -> Variable<Float> {
      let (tape, last) = (graph.tape, graph.velocity(of: flow))
      var input = tape.constant(last.shape)
      var estimate = input
      for k in passes.variances.indices {
        let answer = answer(to: input, inPass: pass(k, in: graph), in: graph)
        estimate = tape.scaled(answer, by: -Float(passes.noises[k]))
        guard recipe.refinementSteps > 0 else { break }
        estimate = tape.sum(estimate, tape.scaled(input, by: Float(passes.signals[k])))
        guard k < recipe.refinementSteps else { break }
        let renewal = passes.renewal(after: k)
        let kept = tape.sum(
          tape.scaled(estimate, by: Float(renewal.estimate)),
          tape.scaled(input, by: Float(renewal.input)))
        input = tape.sum(kept, noise(of: k, Float(renewal.noise), in: graph))
      }
      var change = tape.scaled(estimate, by: Float(recipe.differenceScale))
      if recipe.scaling == .perSample {
        change = tape.multiplied(change, bySample: tape.rootMeanSquare(last))
      }
      return tape.masked(tape.sum(last, change), by: graph.mask(of: flow))
    }

    /// The noise that is added after pass `k`, the same for all samples.
    private func noise(of k: Int, _ level: Float, in graph: SampleGraph) -> Variable<Float> {
      var stream = random.stream(k)
      let numbers = (0..<2 * flow.points).map { _ in level * Float(stream.normal()) }
      return graph.tape.constant(
        [graph.samples] + flow.velocityShape, (0..<graph.samples).flatMap { _ in numbers })
    }

    /// The number of a pass as a channel for each, [samples, passes].
    private func pass(_ k: Int, in graph: SampleGraph) -> Variable<Float> {
      let row = passes.variances.indices.map { Float($0 == k ? 1 : 0) }
      return graph.tape.constant(
        [graph.samples, row.count], (0..<graph.samples).flatMap { _ in row })
    }

    private func answer(
      to input: Variable<Float>, inPass pass: Variable<Float>, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let image = graph.image(of: inNetworkUnit(graph.velocity(of: flow), in: graph), flow)
      guard recipe.refinementSteps > 0 else { return layers(image, on: tape) }
      let number = tape.spread(pass, over: [flow.height, flow.width])
      return layers(tape.joined([image, input, number]), on: tape)
    }
  }
}
