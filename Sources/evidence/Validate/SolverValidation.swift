import Foundation
import Physics
import Solvers

/// The comparisons that show the solvers to be right: `order/<solver>`, `golden/<case>` and
/// `spiral-sde/<moment>`.
struct SolverValidation {
  /// Where the published moments of the spiral SDE are, from the package's folder.
  static let spiralMoments = "Suites/neural-de/data/spiral-sde/published.json"
  /// Where the golden cases are, from the package's folder.
  static let goldenCases = "Tests/References/solvers/nde_golden.json"

  /// All comparisons, in a fixed order; takes some ten seconds.
  static func results() throws -> [ValidationResult] {
    orders.map(result) + (try goldenResults()) + (try spiralResults())
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

  /// The largest difference of each kind of moment in units of its standard error.
  private static func spiralResults() throws -> [ValidationResult] {
    let reference = try SpiralReference(
      from: Data(contentsOf: URL(filePath: spiralMoments)))
    return SpiralStudy(reference).deviations.map { deviation in
      ValidationResult(
        name: "spiral-sde/\(deviation.name)",
        quantity: "largest difference over 29 times in standard errors, 10,000 trajectories",
        ours: deviation.size, reference: 0,
        source: "\(spiralMoments); bound of 116 numbers at 8e-4", tolerance: SpiralStudy.bound)
    }
  }
}
