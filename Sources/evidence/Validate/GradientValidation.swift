import Autodiff
import Networks
import Physics
import Tensors

/// The gradient of every operation of the tape, of every solve and every layer, and second derivatives
/// by Taylor mode, beside central differences.
enum GradientValidation {
  static func results() -> [ValidationResult] {
    BLAS.pinToOneThread()
    let gradients = (GradientCatalogue.all + NetworkGradients.all).map { check in
      comparison(
        "gradient/\(check.name)", "gradient less central difference, share of the output's size",
        GradientCheck.run(check))
    }
    let curvatures = ElementFunction.allCases.map { function in
      comparison(
        "second-derivative/laplacian-\(function.rawValue)",
        "Laplacian by Taylor mode less second difference, share of the field's size",
        CurvatureCheck.run(function))
    }
    return gradients + curvatures
  }

  private static func comparison(
    _ name: String, _ quantity: String, _ result: GradientCheckResult
  ) -> ValidationResult {
    ValidationResult(
      name: name, quantity: quantity, ours: result.error, reference: 0,
      source: "truncation and rounding of the difference in Double", tolerance: result.bound)
  }
}
