import Autodiff
import Networks

/// A network that answers with the velocity at a time, without a last velocity.
struct DirectNetwork<Core: QueryCore>: FieldNetwork {
  let core: Core
  let flow: FlowRole
  let channels: VelocityChannels
  /// Points a training step, drawn anew; 0 for all.
  let trainingPoints: Int
  let loss: ErrorWeighting

  var parameters: ParameterSet<Float> { core.parameters }

  func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
    let tape = graph.tape
    let points = QueryPoints(of: flow, drawn: 0, as: core.coordinates, in: graph)
    let field = tape.reshaped(
      core.velocity(at: points, in: graph), perSample: [channels.count, flow.height, flow.width])
    guard channels == .u else { return ["velocity": field] }
    return ["velocity": tape.joined([field, tape.constant(field.shape)])]
  }

  func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
    let tape = graph.tape
    let points = QueryPoints(of: flow, drawn: trainingPoints, as: core.coordinates, in: graph)
    let target = graph.target("velocity", shape: flow.velocityShape)
    let wanted = tape.values(of: channels.components(of: target, on: tape), at: points.list)
    let mask = tape.values(of: graph.mask(of: flow), at: points.list)
    return tape.normalisedSquareError(
      prediction: tape.masked(core.velocity(at: points, in: graph), by: mask),
      target: tape.masked(wanted, by: mask), weighting: loss)
  }
}
