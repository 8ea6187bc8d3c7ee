import Solvers
import Testing

@Suite struct OrderStudyTests {
  @Test(arguments: RungeKuttaTableau.catalogue)
  func anExplicitMethodHasItsOrder(tableau: RungeKuttaTableau) {
    let study = OrderStudy(ExplicitRungeKutta(tableau))
    #expect(study.agrees, "\(study.name): \(study.observed) for \(study.nominal)")
  }

  @Test(arguments: SDIRKTableau.catalogue)
  func aDiagonallyImplicitMethodHasItsOrder(tableau: SDIRKTableau) {
    let study = OrderStudy(SDIRK(tableau))
    #expect(study.agrees, "\(study.name): \(study.observed) for \(study.nominal)")
  }

  @Test(arguments: RosenbrockTableau.catalogue)
  func aRosenbrockMethodHasItsOrder(tableau: RosenbrockTableau) {
    let study = OrderStudy(Rosenbrock(tableau))
    #expect(study.agrees, "\(study.name): \(study.observed) for \(study.nominal)")
  }
}
