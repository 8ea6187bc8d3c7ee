import COpenBLAS

extension FactorisationKernels {
  typealias Count = UnsafePointer<Int32>
  typealias Report = UnsafeMutablePointer<Int32>

  /// LAPACK's routines for one kind of number.
  init(
    getrf: @escaping @Sendable (Count, Count, Matrix, Count, Pivots, Report) -> Void,
    getrs:
      @escaping @Sendable (
        UnsafePointer<CChar>, Count, Count, Factors, Count, UnsafePointer<Int32>, Sides, Count,
        Report
      ) -> Void,
    potrf: @escaping @Sendable (UnsafePointer<CChar>, Count, Matrix, Count, Report) -> Void,
    potrs:
      @escaping @Sendable (
        UnsafePointer<CChar>, Count, Count, Factors, Count, Sides, Count, Report
      ) -> Void
  ) {
    factorise = { size, matrix, pivots in
      var (n, info) = (Int32(size), Int32(0))
      getrf(&n, &n, matrix, &n, pivots, &info)
      return info == 0
    }
    solve = { form, size, factors, pivots, columns, sides in
      var (n, width, info) = (Int32(size), Int32(columns), Int32(0))
      var letter = CChar(UInt8(ascii: form == .plain ? "N" : "T"))
      getrs(&letter, &n, &width, factors, &n, pivots, sides, &n, &info)
    }
    factorisePositive = { size, matrix in
      var (n, info, upper) = (Int32(size), Int32(0), CChar(UInt8(ascii: "U")))
      potrf(&upper, &n, matrix, &n, &info)
      return Int(info)
    }
    solvePositive = { size, factors, columns, sides in
      var (n, width, info) = (Int32(size), Int32(columns), Int32(0))
      var upper = CChar(UInt8(ascii: "U"))
      potrs(&upper, &n, &width, factors, &n, sides, &n, &info)
    }
  }
}

extension FactorisationKernels<Double> {
  /// Of complex numbers as pairs; a size counts pairs.
  static let pairs = FactorisationKernels(
    getrf: zgetrf_, getrs: zgetrs_, potrf: zpotrf_, potrs: zpotrs_)
}

extension NumberField {
  /// The factorisations of matrices of these numbers.
  var factorisation: FactorisationKernels<Double> { self == .real ? .double : .pairs }
}
