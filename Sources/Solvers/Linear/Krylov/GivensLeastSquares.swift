import Foundation

/// min ‖β e₁ − H y‖ for a Hessenberg matrix H that grows by columns, kept triangular by rotations.
struct GivensLeastSquares {
  private var columns: [[ComplexNumber]] = []
  private var rotations: [(cosine: Double, sine: ComplexNumber)] = []
  private var right: [ComplexNumber]

  /// The problem before its first column, with β = `beta`.
  init(_ beta: Double) { right = [ComplexNumber(beta)] }

  /// Columns so far.
  var count: Int { columns.count }
  /// The least norm.
  var residual: Double { right[count].magnitude }

  /// Adds the next column, one entry longer than the one before.
  mutating func add(_ column: [ComplexNumber]) {
    var h = column
    for (row, rotation) in rotations.enumerated() {
      (h[row], h[row + 1]) = Self.turn(h[row], h[row + 1], rotation)
    }
    let last = h.count - 2
    let (a, b) = (h[last], h[last + 1])
    let size = hypot(a.magnitude, b.magnitude)
    var rotation = (cosine: 1.0, sine: ComplexNumber(0))
    if size > 0, a.magnitude > 0 {
      // c = |a| / size, s = (a/|a|) conj(b) / size makes the lower entry vanish.
      let phase = (1 / a.magnitude) * a
      rotation = (a.magnitude / size, (1 / size) * (phase * b.conjugate))
    } else if size > 0 {
      rotation = (0, (1 / b.magnitude) * b.conjugate)
    }
    (h[last], h[last + 1]) = Self.turn(a, b, rotation)
    right.append(ComplexNumber(0))
    (right[last], right[last + 1]) = Self.turn(right[last], right[last + 1], rotation)
    rotations.append(rotation)
    columns.append(Array(h.dropLast()))
  }

  /// y, or nil when the triangle has a zero on its diagonal.
  func weights() -> [ComplexNumber]? {
    var y = [ComplexNumber](repeating: ComplexNumber(0), count: count)
    for row in (0..<count).reversed() {
      let pivot = columns[row][row]
      let greatest = columns[row].map(\.magnitude).max() ?? 0
      guard pivot.magnitude > greatest * VectorArithmetic.nullRatio else { return nil }
      let sum = ((row + 1)..<count).reduce(right[row]) { $0 - columns[$1][row] * y[$1] }
      y[row] = sum / pivot
    }
    return y
  }

  private static func turn(
    _ a: ComplexNumber, _ b: ComplexNumber, _ rotation: (cosine: Double, sine: ComplexNumber)
  ) -> (ComplexNumber, ComplexNumber) {
    (
      rotation.cosine * a + rotation.sine * b,
      rotation.cosine * b - rotation.sine.conjugate * a
    )
  }
}
