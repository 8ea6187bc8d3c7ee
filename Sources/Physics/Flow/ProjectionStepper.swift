/// Advances an incompressible velocity by one step: the only stepping loop.
///
/// It is a class because the kernels write into its memory; `copy()` makes an independent one.
final class ProjectionStepper {
  let grid: StaggeredGrid
  let velocity: StaggeredVelocity
  let projection: PressureProjection
  let advection: Advection
  let diffusion: Diffusion
  var walls: any WallMotion
  private let scheme: TimeScheme
  private let stage: StaggeredVelocity
  private let rates: [StaggeredVelocity]
  private let combination: FieldCombination

  /// A fluid at rest between `walls`, whose values at time 0 are set.
  init(
    grid: StaggeredGrid, kinematicViscosity: Double, walls: any WallMotion,
    diffusion treatment: ViscousTreatment
  ) {
    self.grid = grid
    self.walls = walls
    velocity = StaggeredVelocity(on: grid)
    stage = StaggeredVelocity(on: grid)
    rates = (0..<3).map { _ in StaggeredVelocity(on: grid) }
    projection = PressureProjection(grid: grid)
    advection = Advection(grid: grid)
    diffusion = Diffusion(
      grid: grid, kinematicViscosity: kinematicViscosity, treatment: treatment)
    combination = FieldCombination(grid: grid)
    scheme = treatment == .explicit ? .explicit : .implicit
    walls.impose(on: velocity, of: grid, at: 0)
  }

  /// Advances from `time` by `step`, both in seconds.
  func advance(from time: Double, by step: Double) {
    for (index, part) in scheme.stages.enumerated() {
      evaluateRate(index)
      let isLast = index == scheme.stages.count - 1
      let target = isLast ? velocity : stage
      gather(part, step: step)
      walls.impose(on: target, of: grid, at: time + part.end * step)
      combination.write(
        to: target, slope: part.pressure * step, pressure: projection.pressure)
      if part.solve > 0 { diffusion.solve(target, step: part.solve * step) }
    }
    projection.project(
      velocity, step: step,
      implicitViscosity: diffusion.treatment == .implicit ? diffusion.kinematicViscosity : 0)
  }

  /// An independent stepper in the same state.
  func copy() -> ProjectionStepper {
    let twin = ProjectionStepper(
      grid: grid, kinematicViscosity: diffusion.kinematicViscosity, walls: walls,
      diffusion: diffusion.treatment)
    twin.velocity.copy(from: velocity)
    twin.projection.pressure.copy(from: projection.pressure)
    return twin
  }

  private func evaluateRate(_ index: Int) {
    let source = index == 0 ? velocity : stage
    advection.evaluate(source, into: rates[index])
    if diffusion.treatment == .explicit { diffusion.add(source, to: rates[index]) }
  }

  private func gather(_ part: TimeScheme.Stage, step: Double) {
    combination.clear()
    for (term, weight) in part.terms {
      switch term {
      case .start: combination.append(velocity, weight: weight)
      case .stage: combination.append(stage, weight: weight)
      case .rate(let index): combination.append(rates[index], weight: weight * step)
      }
    }
  }
}
