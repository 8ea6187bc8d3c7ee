import Tensors

extension ErrorMeasure {
  /// The reverse of E = √(Σ (eᵢ/sᵢ)² / n), the scaled size of `error` between u and v: sets the
  /// cotangent of the error and adds what passes through s to those of u and v.
  ///
  /// At zero the root has no derivative; zero is taken, its least subgradient.
  ///
  /// - Returns: whether there is a cotangent of the error; otherwise nothing is written
  func pullBack<S: SolverScalar>(
    _ weight: Double, count: Int, error: UnsafePointer<S>, from u: UnsafePointer<S>,
    to v: UnsafePointer<S>, into errorCotangent: UnsafeMutablePointer<S>,
    _ startCotangent: UnsafeMutablePointer<S>, _ endCotangent: UnsafeMutablePointer<S>
  ) -> Bool {
    guard weight != 0 else { return false }
    Requirement.check(norm == .rootMeanSquare, "only a root mean square has this derivative")
    let size = size(error, from: u, to: v, count: count)
    guard size > 0 else { return false }
    S.stepping.errorCotangent(
      count, weight / (Double(count) * size), error, u, v, tolerances.absolute,
      tolerances.relative, errorCotangent, startCotangent, endCotangent)
    return true
  }
}
