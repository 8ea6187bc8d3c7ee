import Foundation
import Physics
import Solvers

/// The comparisons that show the solvers to be right: `order/<solver>` and `golden/<case>`.
struct SolverValidation {
  /// Where the golden cases are, from the package's folder.
  static let goldenCases = "Tests/References/solvers/nde_golden.json"

  /// All comparisons, in a fixed order; takes some ten seconds.
  static func results() throws -> [ValidationResult] {
    orders.map(result) + (try goldenResults())
  }

  private static var orders: [OrderStudy] {
    let explicit = RungeKuttaTableau.catalogue.map { OrderStudy(ExplicitRungeKutta($0)) }
    let implicit =
      SDIRKTableau.catalogue.map { OrderStudy(SDIRK($0)) }
      + RosenbrockTableau.catalogue.map { OrderStudy(Rosenbrock($0)) }
    let symplectic = SymplecticComposition.catalogue.map { OrderStudy($0) }
    let stochastic = OrderStudy.StochasticEquation.allCases.flatMap { equation in
      SimpleStochasticMethod.allCases.map { OrderStudy($0, on: equation) }
        + SRITableau.catalogue.map { OrderStudy(StochasticRungeKutta($0), on: equation) }
    }
    return explicit + implicit + symplectic + stochastic
  }

  private static func result(_ study: OrderStudy) -> ValidationResult {
    ValidationResult(
      name: "order/\(study.name)", quantity: study.quantity, ours: study.observed,
      reference: study.nominal, source: "the nominal order of the method",
      tolerance: OrderStudy.tolerance)
  }

  /// The worst of all steps, estimates, regularisers and gradients of a case, in units of what
  /// rounding leaves unknown.
  private static func goldenResults() throws -> [ValidationResult] {
    let data = try Data(contentsOf: URL(filePath: goldenCases))
    return try GoldenReference.all(in: data).map { reference in
      let study = GoldenStudy(reference)
      let worst = study.worst
      return ValidationResult(
        name: "golden/\(reference.name)",
        quantity: "worst of \(study.deviations.count) numbers in units of rounding: "
          + worst.quantity,
        ours: worst.size, reference: 0, source: "\(goldenCases), PyTorch and NumPy in float64",
        tolerance: 1)
    }
  }
}
