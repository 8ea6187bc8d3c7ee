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
  let body: ImmersedBody?
  private let scheme: TimeScheme
  private let stage: StaggeredVelocity
  private let rates: [StaggeredVelocity]
  private let combination: FieldCombination

  /// A fluid at rest between `walls`, whose values at time 0 are set, round a `body` if there is one;
  /// beside a body viscosity is explicit, but for the friction of its wall.
  convenience init(
    grid: StaggeredGrid, kinematicViscosity: Double, walls: any WallMotion,
    diffusion treatment: ViscousTreatment, body: ImmersedBody? = nil
  ) {
    precondition(body == nil || treatment == .explicit, "viscosity beside a body is explicit")
    self.init(
      grid: grid, kinematicViscosity: kinematicViscosity, walls: walls, diffusion: treatment,
      body: body,
      projection: PressureProjection(grid: grid, rightEnd: walls.rightEnd, body: body))
  }

  private init(
    grid: StaggeredGrid, kinematicViscosity: Double, walls: any WallMotion,
    diffusion treatment: ViscousTreatment, body: ImmersedBody?, projection: PressureProjection
  ) {
    self.grid = grid
    self.body = body
    self.projection = projection
    self.walls = walls
    velocity = StaggeredVelocity(on: grid)
    stage = StaggeredVelocity(on: grid)
    rates = (0..<3).map { _ in StaggeredVelocity(on: grid) }
    advection = Advection(grid: grid)
    diffusion = Diffusion(
      grid: grid, kinematicViscosity: kinematicViscosity, treatment: treatment)
    combination = FieldCombination(grid: grid)
    scheme = treatment == .explicit && body == nil ? .explicit : .implicit
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
      solve(target, step: part.solve * step)
    }
    projection.project(
      velocity, step: step,
      implicitViscosity: diffusion.treatment == .implicit ? diffusion.kinematicViscosity : 0)
  }

  /// The implicit part of a stage, and the ends that follow from the inner velocities.
  private func solve(_ target: StaggeredVelocity, step: Double) {
    if step > 0 && diffusion.treatment == .implicit { diffusion.solve(target, step: step) }
    body?.applyFriction(diffusion.kinematicViscosity, step: step, to: target)
    if walls.rightEnd == .outlet { extendToOutlet(target) }
  }

  /// The last faces take the velocity of the faces before them.
  private func extendToOutlet(_ target: StaggeredVelocity) {
    let (nx, s) = (grid.columns, grid.stride)
    for j in 1...grid.rows { target.u.base[j * s + nx] = target.u.base[j * s + nx - 1] }
    for j in 0...grid.rows { target.v.base[j * s + nx + 1] = target.v.base[j * s + nx] }
  }

  /// Makes the present velocity free of divergence at once, as an inlet that opens suddenly does; the
  /// pressure of that impulse is not kept.
  func projectStart() {
    let pressure = NumberBuffer(projection.pressure.values)
    projection.project(velocity, step: 1, implicitViscosity: 0)
    projection.pressure.copy(from: pressure)
  }

  /// An independent stepper in the same state.
  func copy() -> ProjectionStepper {
    let twin = ProjectionStepper(
      grid: grid, kinematicViscosity: diffusion.kinematicViscosity, walls: walls,
      diffusion: diffusion.treatment, body: body,
      projection: PressureProjection(copying: projection))
    twin.velocity.copy(from: velocity)
    return twin
  }

  private func evaluateRate(_ index: Int) {
    let source = index == 0 ? velocity : stage
    advection.evaluate(source, into: rates[index])
    if diffusion.treatment == .explicit { diffusion.add(source, to: rates[index]) }
    body?.addViscosity(diffusion.kinematicViscosity, of: source, to: rates[index])
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
