import CKernels
import COpenBLAS
import Tensors

extension FactorisationKernels {
  /// Kernels that give the same bits on every CPU (CKernelsFactorisations.h).
  init(
    factorise: @escaping @Sendable (Int, Matrix, Pivots) -> Int32,
    solve:
      @escaping @Sendable (Int32, Int, Factors, UnsafePointer<Int32>, Int, Sides) -> Void,
    factorisePositive: @escaping @Sendable (Int, Matrix) -> Int,
    solvePositive: @escaping @Sendable (Int, Factors, Int, Sides) -> Void
  ) {
    self.factorise = { factorise($0, $1, $2) != 0 }
    self.solve = { solve($0 == .plain ? 0 : 1, $1, $2, $3, $4, $5) }
    self.factorisePositive = factorisePositive
    self.solvePositive = solvePositive
  }

  /// These kernels, or in the portable mode `portable`.
  func unless(_ portable: FactorisationKernels) -> FactorisationKernels {
    @Sendable func chosen() -> FactorisationKernels {
      KernelMode.current == .portable ? portable : self
    }
    return FactorisationKernels(
      factorise: { chosen().factorise($0, $1, $2) ? 1 : 0 },
      solve: { chosen().solve($0 == 0 ? .plain : .transposed, $1, $2, $3, $4, $5) },
      factorisePositive: { chosen().factorisePositive($0, $1) },
      solvePositive: { chosen().solvePositive($0, $1, $2, $3) })
  }
}

extension FactorisationKernels<Float> {
  static let single = FactorisationKernels(
    getrf: sgetrf_, getrs: sgetrs_, potrf: spotrf_, potrs: spotrs_
  ).unless(portable)

  static let portable = FactorisationKernels(
    factorise: assay_lu_factorise_f32, solve: assay_lu_solve_f32,
    factorisePositive: assay_cholesky_factorise_f32, solvePositive: assay_cholesky_solve_f32)
}

extension FactorisationKernels<Double> {
  static let double = FactorisationKernels(
    getrf: dgetrf_, getrs: dgetrs_, potrf: dpotrf_, potrs: dpotrs_
  ).unless(portable)

  static let portable = FactorisationKernels(
    factorise: assay_lu_factorise_f64, solve: assay_lu_solve_f64,
    factorisePositive: assay_cholesky_factorise_f64, solvePositive: assay_cholesky_solve_f64)
}
