import COpenBLAS
import Foundation
import Tensors

/// A = Q R of a matrix with at least as many rows as columns, by LAPACK's geqrf: least squares.
public struct QRFactorisation: Sendable {
  /// Equations.
  public let rows: Int
  /// Unknowns.
  public let columns: Int
  /// What the numbers are.
  public let field: NumberField
  private let factors: [Double]
  private let scales: [Double]

  /// Factorises `matrix`.
  /// - Throws: `LinearFailure` when its columns depend on each other to working precision.
  public init(_ matrix: DenseMatrix) throws(LinearFailure) {
    Requirement.check(
      matrix.rows >= matrix.columns,
      "\(matrix.rows) equations do not fix \(matrix.columns) unknowns")
    rows = matrix.rows
    columns = matrix.columns
    field = matrix.field
    guard matrix.values.allSatisfy(\.isFinite) else { throw .notFinite(size: columns) }
    var factors = matrix.columnMajor
    var scales = [Double](repeating: 0, count: columns * field.width)
    var (m, n, info): (Int32, Int32, Int32) = (Int32(rows), Int32(columns), 0)
    var work = [Double](repeating: 0, count: Self.blocks * max(columns, 1) * field.width)
    var size = Int32(Self.blocks * max(columns, 1))
    switch field {
    case .real: dgeqrf_(&m, &n, &factors, &m, &scales, &work, &size, &info)
    case .complex: zgeqrf_(&m, &n, &factors, &m, &scales, &work, &size, &info)
    }
    let diagonal = Self.diagonal(factors, matrix)
    let ratio = (diagonal.min() ?? 1) / (diagonal.max() ?? 1)
    guard ratio > .ulpOfOne * Double(rows) else {
      throw .singular(size: columns, reciprocalCondition: ratio.isNaN ? 0 : ratio)
    }
    self.factors = factors
    self.scales = scales
  }

  /// |R_ii|.
  private static func diagonal(_ factors: [Double], _ matrix: DenseMatrix) -> [Double] {
    (0..<matrix.columns).map { index in
      let place = matrix.field.width * (index * matrix.rows + index)
      return switch matrix.field {
      case .real: abs(factors[place])
      case .complex: hypot(factors[place], factors[place + 1])
      }
    }
  }

  /// x with the least ‖A x − b‖₂.
  public func solve(_ b: [Double]) -> [Double] {
    Requirement.check(
      b.count == rows * field.width,
      "a right-hand side of \(b.count) numbers for \(rows * field.width)")
    var x = b
    var (m, n, one, info): (Int32, Int32, Int32, Int32) = (Int32(rows), Int32(columns), 1, 0)
    var work = [Double](repeating: 0, count: Self.blocks * field.width)
    var size = Int32(Self.blocks)
    switch field {
    case .real:
      dormqr_("L", "T", &m, &one, &n, factors, &m, scales, &x, &m, &work, &size, &info)
      dtrtrs_("U", "N", "N", &n, &one, factors, &m, &x, &m, &info)
    case .complex:
      zunmqr_("L", "C", &m, &one, &n, factors, &m, scales, &x, &m, &work, &size, &info)
      ztrtrs_("U", "N", "N", &n, &one, factors, &m, &x, &m, &info)
    }
    return Array(x.prefix(columns * field.width))
  }

  /// LAPACK's block size, by which it wants its workspace multiplied.
  private static let blocks = 64
}
