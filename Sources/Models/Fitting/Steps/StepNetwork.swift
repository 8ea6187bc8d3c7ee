import Autodiff
import Networks

/// A network that steps from one velocity to the next: scaling, residual, noise, mask and unrolled
/// training around the layers of a `StepCore`.
///
///     s = rms(u), or 1          next = s · answer(u / s) (+ u, of a residual), masked
struct StepNetwork<Core: StepCore>: FieldNetwork {
  let core: Core
  let flow: FlowRole
  let options: StepOptions

  var parameters: ParameterSet<Float> { core.parameters }

  func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
    let last = graph.velocity(of: flow)
    return [
      "velocity": options.channels.completed(
        next(after: last, in: graph), from: last, on: graph.tape)
    ]
  }

  func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
    let tape = graph.tape
    var last = disturbedVelocity(in: graph)
    var predictions: [Variable<Float>] = []
    var targets: [Variable<Float>] = []
    for step in 1...options.unrolledSteps {
      let next = next(after: last, in: graph)
      let target = graph.target(Unrolling.target(step), shape: flow.velocityShape)
      let mask = graph.mask(of: flow)
      predictions.append(options.masking == .answers ? next : tape.masked(next, by: mask))
      targets.append(tape.masked(options.channels.components(of: target, on: tape), by: mask))
      if step < options.unrolledSteps {
        last = options.channels.completed(next, from: last, on: tape)
      }
    }
    let isSingle = options.unrolledSteps == 1
    return tape.normalisedSquareError(
      prediction: isSingle ? predictions[0] : tape.joined(predictions),
      target: isSingle ? targets[0] : tape.joined(targets), weighting: options.loss)
  }

  /// The input's velocity plus `inputNoise` times its root mean square times normal noise, drawn
  /// anew for each training step; validation leaves the noise at zero.
  func disturbedVelocity(in graph: SampleGraph) -> Variable<Float> {
    let input = graph.velocity(of: flow)
    guard options.inputNoise > 0 else { return input }
    let tape = graph.tape
    let noise = tape.constant(input.shape)
    let level = Float(options.inputNoise)
    graph.beforeEachStep("noise") { random in
      for index in 0..<noise.count { noise.value[index] = level * Float(random.normal()) }
    }
    return tape.sum(input, tape.multiplied(noise, bySample: tape.rootMeanSquare(input)))
  }

  /// The components after one step from the whole velocity `input`.
  private func next(after input: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
    let tape = graph.tape
    let known = options.channels.components(of: input, on: tape)
    let speed = options.scaling == .perSample ? tape.rootMeanSquare(input) : nil
    var next = core.answer(to: speed.map { tape.divided(input, bySample: $0) } ?? input, in: graph)
    if let speed { next = tape.multiplied(next, bySample: speed) }
    if options.output == .residual { next = tape.sum(known, next) }
    return options.masking == .answers ? tape.masked(next, by: graph.mask(of: flow)) : next
  }
}
