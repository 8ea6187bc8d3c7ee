import Tensors

/// An orthonormal basis of a Krylov space that grows vector by vector (Arnoldi, modified Gram-Schmidt).
struct KrylovBasis {
  let vectors: [Buffer<Double>]
  private let space: VectorArithmetic

  init(_ space: VectorArithmetic, size: Int) {
    self.space = space
    vectors = (0...size).map { _ in space.zeros() }
  }

  /// Makes r / ‖r‖ the first vector.
  func start(from r: Buffer<Double>) -> GivensLeastSquares {
    let norm = space.norm(r)
    space.copy(r, to: vectors[0])
    space.scale(vectors[0], by: ComplexNumber(1 / norm))
    return GivensLeastSquares(norm)
  }

  /// Makes vector `index` orthogonal to those before it and of length 1; its coefficients, and whether
  /// nothing was left of it.
  func orthogonalise(_ index: Int) -> (column: [ComplexNumber], isExhausted: Bool) {
    let newest = vectors[index]
    let before = space.norm(newest)
    var column: [ComplexNumber] = []
    for earlier in vectors.prefix(index) {
      let share = space.dot(earlier, newest)
      space.add(-1 * share, earlier, to: newest)
      column.append(share)
    }
    let rest = space.norm(newest)
    // What is left after cancelling everything is rounding, not a direction.
    let isExhausted = rest <= before * .ulpOfOne * Double(index) || rest == 0
    column.append(ComplexNumber(isExhausted ? 0 : rest))
    space.scale(newest, by: ComplexNumber(isExhausted ? 0 : 1 / rest))
    return (column, isExhausted)
  }

  /// sum = Σ weights · vectors.
  func combine(_ weights: [ComplexNumber], into sum: Buffer<Double>) {
    sum.fill(0)
    for (weight, vector) in zip(weights, vectors) { space.add(weight, vector, to: sum) }
  }
}
