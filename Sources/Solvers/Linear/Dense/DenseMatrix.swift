import CKernels
import Tensors

/// A dense row-major matrix in Double, real or complex.
public struct DenseMatrix: Sendable, Equatable {
  /// Rows.
  public let rows: Int
  /// Columns.
  public let columns: Int
  /// What its entries are.
  public let field: NumberField
  /// The entries row by row, pairs when complex.
  public let values: [Double]

  /// A matrix; the values must fill it.
  public init(rows: Int, columns: Int, field: NumberField = .real, values: [Double]) {
    precondition(
      values.count == rows * columns * field.width,
      "\(values.count) numbers do not fill a \(rows)x\(columns) matrix")
    self.rows = rows
    self.columns = columns
    self.field = field
    self.values = values
  }

  /// y = A x.
  public func multiply(_ x: Buffer<Double>, into y: Buffer<Double>) {
    precondition(
      x.count == columns * field.width && y.count == rows * field.width,
      "a \(rows)x\(columns) product of vectors of \(x.count) and \(y.count) numbers")
    values.withUnsafeBufferPointer { entries in
      guard let first = entries.baseAddress else { return }
      for row in 0..<rows {
        switch field {
        case .real: y.start[row] = Double.optimisers.dot(columns, first + row * columns, x.start)
        case .complex:
          assay_pairs_dot_f64(
            columns, 1, first + 2 * row * columns, x.start, y.start + 2 * row)
        }
      }
    }
  }

  /// Checks that a factorisation makes sense.
  func checkFactorisable() throws(LinearFailure) {
    precondition(rows == columns, "a \(rows)x\(columns) matrix is not square")
    guard values.allSatisfy(\.isFinite) else { throw .notFinite(size: rows) }
  }

  /// The values column by column, as LAPACK reads them.
  var columnMajor: [Double] {
    let width = field.width
    var result: [Double] = []
    result.reserveCapacity(values.count)
    for column in 0..<columns {
      for row in 0..<rows {
        let start = width * (row * columns + column)
        result += values[start..<(start + width)]
      }
    }
    return result
  }

  /// The greatest row sum of absolute values, ‖A‖∞; LAPACK, which reads rows as columns, calls it ‖·‖₁.
  var rowSumNorm: Double {
    (0..<rows).map { row in
      (0..<columns).map { magnitude(row * columns + $0) }.reduce(0, +)
    }.max() ?? 0
  }

  private func magnitude(_ entry: Int) -> Double {
    switch field {
    case .real: abs(values[entry])
    case .complex: ComplexNumber(values[2 * entry], values[2 * entry + 1]).magnitude
    }
  }
}
