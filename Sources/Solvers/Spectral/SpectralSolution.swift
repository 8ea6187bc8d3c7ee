import Tensors

/// Carries values at grid points through a run of steps.
public struct SpectralSolution {
  /// How the run ended.
  public let outcome: SpectralOutcome
  /// The values at the end: numbers or pairs by the grid's field.
  public let values: [Double]
  /// Evaluations of the nonlinear term.
  public let evaluations: Int

  /// Steps `initial` (numbers or pairs at the points of `grid`) `steps` times by `stepper`.
  public init(
    from initial: [Double], on grid: SpectralGrid, by stepper: any SpectralStepper, steps: Int
  ) {
    let values = Buffer<Double>(count: grid.valueCount)
    values.load(initial)
    let modes = Buffer<Double>(count: 2 * grid.modeCount)
    let work = grid.makeWorkspace()
    grid.analyse(values, into: modes, work)
    outcome = stepper.run(steps, on: modes)
    grid.synthesise(modes, into: values, work)
    self.values = values.values
    evaluations = stepper.evaluations
  }
}
