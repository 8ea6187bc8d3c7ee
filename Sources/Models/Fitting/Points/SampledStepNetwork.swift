import Autodiff
import Networks

/// A step that learns from some points drawn anew for each training step; validation and predictions
/// cover all points.
struct SampledStepNetwork<Core: PointCore>: FieldNetwork {
  let step: StepNetwork<Core>
  /// Points a training step.
  let points: Int

  var parameters: ParameterSet<Float> { step.parameters }

  func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
    step.predictions(in: graph)
  }

  func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
    guard graph.tape.mode == .training else { return step.loss(in: graph) }
    let (tape, flow, core) = (graph.tape, step.flow, step.core)
    let points = QueryPoints(of: flow, drawn: points, as: core.coordinates, in: graph)
    let input = step.disturbedVelocity(in: graph)
    let known = step.options.channels.components(of: input, on: tape)
    let speed = step.options.scaling == .perSample ? tape.rootMeanSquare(input) : nil
    var change = core.answer(
      to: speed.map { tape.divided(input, bySample: $0) } ?? input, at: points, in: graph)
    if let speed { change = tape.multiplied(change, bySample: speed) }
    let last = tape.values(of: known, at: points.list)
    let target = graph.target("velocity", shape: flow.velocityShape)
    let wanted = tape.values(
      of: step.options.channels.components(of: target, on: tape), at: points.list)
    let mask = tape.values(of: graph.mask(of: flow), at: points.list)
    return tape.normalisedSquareError(
      prediction: tape.masked(tape.sum(last, change), by: mask),
      target: tape.masked(wanted, by: mask), weighting: step.options.loss)
  }
}
