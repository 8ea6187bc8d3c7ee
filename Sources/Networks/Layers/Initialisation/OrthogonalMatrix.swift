import Randomness

/// Random matrices of orthonormal rows or columns, uniform with respect to rotations.
enum OrthogonalMatrix {
  /// The row-major numbers of a `rows` x `columns` matrix: Gram & Schmidt's method, with a second
  /// pass for the digits that the first loses, on normal vectors (Stewart 1980: the triangular factor
  /// has a positive diagonal, so the distribution is Haar's).
  static func numbers(rows: Int, columns: Int, _ random: inout RandomStream) -> [Double] {
    let (count, length) = (min(rows, columns), max(rows, columns))
    var vectors: [[Double]] = []
    while vectors.count < count {
      var vector = (0..<length).map { _ in random.normal() }
      for _ in 0..<2 {
        for other in vectors { remove(other, from: &vector) }
      }
      let size = dot(vector, vector).squareRoot()
      vectors.append(vector.map { $0 / size })
    }
    guard rows > columns else { return vectors.flatMap(\.self) }
    return (0..<rows).flatMap { row in vectors.map { $0[row] } }
  }

  private static func remove(_ other: [Double], from vector: inout [Double]) {
    let share = dot(other, vector)
    for index in vector.indices { vector[index] -= share * other[index] }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
