import Physics
import Testing

@Suite("The Taylor-Green vortex")
struct TaylorGreenTests {
  @Test(arguments: [ViscousTreatment.explicit, .implicit])
  func velocityConvergesAtSecondOrderInSpaceAndTime(treatment: ViscousTreatment) {
    var vortex = TaylorGreen()
    vortex.treatment = treatment
    #expect(vortex.observedOrder(cells: [16, 32, 64]) > 1.85)
    #expect(vortex.velocityError(cells: 64, steps: 192) < 2e-4)
  }

  @Test func secondOrderHoldsOnAStretchedGrid() {
    var vortex = TaylorGreen()
    vortex.treatment = .implicit
    vortex.stretching = 1
    #expect(vortex.observedOrder(cells: [16, 32, 64], stepsPerCell: 1) > 1.9)
  }

  @Test(arguments: [ViscousTreatment.explicit, .implicit])
  func timeSteppingAloneIsSecondOrder(treatment: ViscousTreatment) {
    var vortex = TaylorGreen()
    vortex.treatment = treatment
    vortex.disturbance = 0.5
    let order = vortex.observedTimeOrder(cells: 24, steps: [32, 64, 128])
    #expect(order > 1.9 && order < 2.3)
  }

  @Test func convectionAndPressureConserveEnergyWithoutViscosity() {
    var vortex = TaylorGreen()
    vortex.kinematicViscosity = 0
    vortex.disturbance = 0.5
    let coarse = vortex.energyRatio(cells: 32, steps: 64) - 1
    let fine = vortex.energyRatio(cells: 32, steps: 128) - 1
    // Only the second order of the time stepping is left: extrapolated to no step, nothing.
    #expect(abs(coarse) > 1e-5)
    #expect(abs((4 * fine - coarse) / 3) < 1e-6)
  }

  @Test func viscosityTakesEnergyAtTheAnalyticRate() {
    var vortex = TaylorGreen()
    vortex.kinematicViscosity = 0.1
    // exp(-4 nu t) with nu t = 0.1
    let errors = [16, 32].map {
      abs(vortex.energyRatio(cells: $0, steps: 256) - 0.6703200460356393)
    }
    #expect(errors[1] < 2e-3)
    #expect(errors[0] / errors[1] > 3.5)
  }

  @Test func fittedOrderOfAnExactPowerIsThePower() {
    let order = ObservedOrder.fitted(sizes: [1, 0.5, 0.25], errors: [3, 0.75, 0.1875])
    #expect(abs(order - 2) < 1e-14)
  }
}
