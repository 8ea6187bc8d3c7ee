import Autodiff
import Physics
import Tensors

/// The gradient of every operation of the tape beside its central differences.
enum GradientValidation {
  static func results() -> [ValidationResult] {
    BLAS.pinToOneThread()
    return GradientCatalogue.all.map { check in
      let result = GradientCheck.run(check)
      return ValidationResult(
        name: "gradient/\(check.name)",
        quantity: "gradient less central difference, in Double, share of the output's size",
        ours: result.error, reference: 0, source: "truncation and rounding of the difference",
        tolerance: result.bound)
    }
  }
}
