import Randomness
import Tensors
import Testing

/// Our products beside their definition, in both precisions and all layouts.
@Suite struct OwnProductTests {
  private func numbers<S: Scalar>(_ count: Int, _ name: String, as type: S.Type) -> [S] {
    var stream = RandomStream(seed: 6).stream(name)
    return (0..<count).map { _ in S(stream.uniform(from: -1, to: 1)) }
  }

  /// Sizes below, at and above tiles, panels and blocks.
  @Test(
    arguments: [
      [1, 1, 1], [5, 7, 11], [6, 16, 3], [13, 33, 257], [97, 20, 256], [7, 48, 600], [100, 8, 0],
      [26, 40, 100], [31, 50, 320], [6, 33, 321],
    ], [0, 1, 2, 3])
  func productsAreThoseOfTheDefinition(sizes: [Int], transposition: Int) {
    for isFused in [false, true] {
      check(sizes, transposition, isFused, as: Float.self)
      check(sizes, transposition, isFused, as: Double.self)
    }
  }

  private func check<S: Scalar>(
    _ sizes: [Int], _ transposition: Int, _ isFused: Bool, as type: S.Type
  ) {
    let product = isFused ? S.products.fused : S.products.portable
    let (m, n, k) = (sizes[0], sizes[1], sizes[2])
    let a = numbers(m * k, "a", as: type)
    let b = numbers(k * n, "b", as: type)
    let (aRow, aColumn) = transposition & 1 == 0 ? (k, 1) : (1, m)
    let (bRow, bColumn) = transposition & 2 == 0 ? (n, 1) : (1, k)
    for isAdding in [false, true] {
      // a row of the destination is longer than the product
      let stride = n + 3
      let before = numbers(m * stride, "c", as: type)
      var c = isAdding ? before : [S](repeating: .nan, count: m * stride)
      product(
        m, n, k, 0.5, a, aRow, aColumn, b, bRow, bColumn, isAdding ? 1 : 0, &c, stride)
      let tolerance = Double(S.ulpOfOne) * Double(k + 2)
      for row in 0..<m {
        for column in 0..<n {
          let sum = (0..<k).reduce(isAdding ? Double(before[row * stride + column]) : 0) {
            $0 + 0.5 * Double(a[row * aRow + $1 * aColumn])
              * Double(b[$1 * bRow + column * bColumn])
          }
          #expect(abs(Double(c[row * stride + column]) - sum) <= tolerance)
        }
        for column in n..<stride where isAdding {
          #expect(c[row * stride + column] == before[row * stride + column])
        }
      }
    }
  }
}
