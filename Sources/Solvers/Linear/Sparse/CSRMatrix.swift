import Tensors

/// A sparse matrix in compressed rows.
public struct CSRMatrix: Sendable, Equatable {
  /// Rows.
  public let rows: Int
  /// Columns.
  public let columns: Int
  /// What its entries are.
  public let field: NumberField
  /// Where each row's entries start, and at last their number.
  public let rowStarts: [Int]
  /// The column of every entry.
  public let columnIndices: [Int]
  /// The entries, pairs when complex.
  public let values: [Double]

  /// A matrix; the arrays must fit one another.
  public init(
    rows: Int, columns: Int, field: NumberField = .real, rowStarts: [Int], columnIndices: [Int],
    values: [Double]
  ) {
    precondition(
      rowStarts.count == rows + 1 && rowStarts.first == 0 && rowStarts.last == columnIndices.count
        && zip(rowStarts, rowStarts.dropFirst()).allSatisfy { $0 <= $1 }
        && values.count == columnIndices.count * field.width
        && columnIndices.allSatisfy { (0..<columns).contains($0) },
      "the arrays do not describe a \(rows)x\(columns) matrix in compressed rows")
    self.rows = rows
    self.columns = columns
    self.field = field
    self.rowStarts = rowStarts
    self.columnIndices = columnIndices
    self.values = values
  }

  /// The matrix with other entries at the same places.
  public func replacing(values: [Double]) -> CSRMatrix {
    CSRMatrix(
      rows: rows, columns: columns, field: field, rowStarts: rowStarts,
      columnIndices: columnIndices, values: values)
  }

  /// y = A x.
  public func multiply(_ x: Buffer<Double>, into y: Buffer<Double>) {
    check(x.count, columns, y.count, rows)
    let (x, y) = (x.start, y.start)
    values.withUnsafeBufferPointer { a in
      columnIndices.withUnsafeBufferPointer { column in
        for row in 0..<rows {
          var (re, im) = (0.0, 0.0)
          for entry in rowStarts[row]..<rowStarts[row + 1] {
            let j = column[entry]
            switch field {
            case .real: re += a[entry] * x[j]
            case .complex:
              re += a[2 * entry] * x[2 * j] - a[2 * entry + 1] * x[2 * j + 1]
              im += a[2 * entry] * x[2 * j + 1] + a[2 * entry + 1] * x[2 * j]
            }
          }
          y[field.width * row] = re
          if field == .complex { y[2 * row + 1] = im }
        }
      }
    }
  }

  /// y = conjugate transpose of A times x.
  public func multiplyAdjoint(_ x: Buffer<Double>, into y: Buffer<Double>) {
    check(x.count, rows, y.count, columns)
    y.fill(0)
    let (x, y) = (x.start, y.start)
    for row in 0..<rows {
      for entry in rowStarts[row]..<rowStarts[row + 1] {
        let j = columnIndices[entry]
        switch field {
        case .real: y[j] += values[entry] * x[row]
        case .complex:
          let (re, im) = (values[2 * entry], values[2 * entry + 1])
          y[2 * j] += re * x[2 * row] + im * x[2 * row + 1]
          y[2 * j + 1] += re * x[2 * row + 1] - im * x[2 * row]
        }
      }
    }
  }

  private func check(_ x: Int, _ expectedX: Int, _ y: Int, _ expectedY: Int) {
    precondition(
      x == expectedX * field.width && y == expectedY * field.width,
      "a \(rows)x\(columns) product of vectors of \(x) and \(y) numbers")
  }
}
