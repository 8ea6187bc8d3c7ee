extension FlowRun {
  /// How much faster than on whole cells the explicit part of the viscous stencils may decay beside a
  /// body, where they reach over little more than half a width (by Gershgorin's circles, 1.45); kept
  /// without a body too, for a margin.
  private static let stencilRatio = 1.5

  /// A run in a channel with an inlet on the left and an open end on the right, round a `body` if there
  /// is one, whose fluid is at rest until the inlet opens at time 0.
  ///
  /// `speed` is that of the inlet, in m/s.
  static func throughflow(
    on grid: StaggeredGrid, kinematicViscosity nu: Double, speed: Double, inflow: any WallMotion,
    body: ImmersedBody? = nil
  ) -> FlowRun {
    let smallest = min(grid.columnAxis.widths.min() ?? 0, grid.rowAxis.widths.min() ?? 0)
    let convectiveRate = abs(speed) / smallest
    let diffusiveRate = stencilRatio * 4 * nu / (grid.diffusiveWidth * grid.diffusiveWidth)
    let stepper = ProjectionStepper(
      grid: grid, kinematicViscosity: nu, walls: inflow, diffusion: .explicit, body: body)
    stepper.projectStart()
    // Half the time in which the inflow's start spreads over the first cell, or in which the inflow
    // crosses a tenth of one.
    let first = min(0.5 * grid.diffusiveWidth * grid.diffusiveWidth / nu, 0.1 / convectiveRate)
    // With 0.9 of the convective bound the forces of DFG 2D-2 differ by 0.2 % from those with 0.6.
    return FlowRun(
      stepper, policy: StepPolicy(safety: 0.9, diffusiveRate: diffusiveRate, lastStep: first))
  }
}
