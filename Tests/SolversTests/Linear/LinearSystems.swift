import Foundation
import Solvers
import Tensors
import TestSupport

/// The systems of Tests/References/linear/make_reference.py, made by the same formulas.
enum LinearSystems {
  static func reference(_ name: String) throws -> [Double] {
    let data = try Data(
      contentsOf: PackageFolder.url.appending(path: "Tests/References/linear/reference.json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?[name] as? [Double] ?? []
  }

  /// a[i][j] = cos(i + 2j) + shift δ_ij, plus i sin(2i − j) when complex.
  static func general(_ rows: Int, _ columns: Int, _ field: NumberField, shift: Double)
    -> DenseMatrix
  {
    var values: [Double] = []
    for i in 0..<rows {
      for j in 0..<columns {
        values.append(cos(Double(i + 2 * j)) + (i == j ? shift : 0))
        if field == .complex { values.append(sin(Double(2 * i - j))) }
      }
    }
    return DenseMatrix(rows: rows, columns: columns, field: field, values: values)
  }

  static func right(_ rows: Int, _ field: NumberField) -> [Double] {
    (0..<rows).flatMap { i -> [Double] in
      let real = sin(Double(i) + 1)
      return field == .complex ? [real, cos(Double(3 * i))] : [real]
    }
  }

  /// A Aᴴ.
  static func hermitian(_ a: DenseMatrix) -> DenseMatrix {
    let (n, m) = (a.rows, a.columns)
    var values: [Double] = []
    for i in 0..<n {
      for j in 0..<n {
        var sum = ComplexNumber(0)
        for k in 0..<m { sum = sum + entry(a, i, k) * entry(a, j, k).conjugate }
        values.append(sum.real)
        if a.field == .complex { values.append(sum.imaginary) }
      }
    }
    return DenseMatrix(rows: n, columns: n, field: a.field, values: values)
  }

  /// A tridiagonal matrix with constant diagonals.
  static func line(_ n: Int, _ below: Double, _ middle: Double, _ above: Double) -> CSRMatrix {
    var (starts, columns, values) = ([0], [Int](), [Double]())
    for i in 0..<n {
      for (j, value) in [(i - 1, below), (i, middle), (i + 1, above)] where (0..<n).contains(j) {
        columns.append(j)
        values.append(value)
      }
      starts.append(columns.count)
    }
    return CSRMatrix(
      rows: n, columns: n, rowStarts: starts, columnIndices: columns, values: values)
  }

  static func buffer(_ values: [Double]) -> Buffer<Double> {
    let buffer = Buffer<Double>(count: values.count)
    buffer.load(values)
    return buffer
  }

  static func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
  }

  private static func entry(_ a: DenseMatrix, _ i: Int, _ j: Int) -> ComplexNumber {
    let place = i * a.columns + j
    return a.field == .real
      ? ComplexNumber(a.values[place])
      : ComplexNumber(a.values[2 * place], a.values[2 * place + 1])
  }
}
