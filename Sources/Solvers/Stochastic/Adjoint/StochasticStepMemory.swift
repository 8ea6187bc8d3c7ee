/// What one step of a stochastic method computed and its reverse needs, in memory that is used
/// again from step to step or, when a record keeps it, from record to record.
final class StochasticStepMemory<S: SolverScalar> {
  /// The four factors of the noise (`NoiseSource`).
  let noise: StateSet<S>
  /// The arguments of the drift by stage; the first is the state at the start.
  let driftPlaces: StateSet<S>
  /// The arguments of the diffusion by stage.
  let diffusionPlaces: StateSet<S>
  /// The error vector and the difference of the last two drifts.
  let estimates: StateSet<S>

  init(driftStages: Int, diffusionStages: Int, length: Int) {
    noise = StateSet(count: NoiseSource<S>.factorCount, length: length)
    driftPlaces = StateSet(count: driftStages, length: length)
    diffusionPlaces = StateSet(count: diffusionStages, length: length)
    estimates = StateSet(count: 2, length: length)
  }

  var error: UnsafeMutablePointer<S> { estimates[0] }
  var rateDifference: UnsafeMutablePointer<S> { estimates[1] }
}
