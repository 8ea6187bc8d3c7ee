import Randomness
import Tensors
import Testing

@Suite struct BLASTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private func buffer(_ count: Int, _ name: String) -> Buffer<Float> {
    var stream = RandomStream(seed: 5).stream(name)
    let buffer = Buffer<Float>(count: count)
    buffer.load((0..<count).map { _ in Float(stream.uniform(from: -1, to: 1)) })
    return buffer
  }

  private func element(_ m: MatrixView<Float>, _ row: Int, _ column: Int) -> Double {
    switch m.orientation {
    case .stored: Double(m.start[row * m.stride + column])
    case .transposed: Double(m.start[column * m.stride + row])
    }
  }

  @Test(arguments: [false, true], [false, true])
  func productsAreThoseOfTheDefinition(transposeA: Bool, transposeB: Bool) {
    let (m, n, k) = (5, 7, 11)
    let (first, second, result) = (buffer(99, "a"), buffer(200, "b"), buffer(m * n, "c"))
    let a =
      transposeA
      ? MatrixView(first.start, rows: k, columns: m).transposed
      : MatrixView(first.start, rows: m, columns: k)
    let b =
      transposeB
      ? MatrixView(second.start, rows: n, columns: k, stride: 13).transposed
      : MatrixView(second.start, rows: k, columns: n, stride: 9)
    let before = result.values
    BLAS.multiply(
      a, b, into: MatrixView(result.start, rows: m, columns: n), .adding, scale: 2)
    for row in 0..<m {
      for column in 0..<n {
        let sum = (0..<k).reduce(0.0) { $0 + element(a, row, $1) * element(b, $1, column) }
        let expected = Double(before[row * n + column]) + 2 * sum
        #expect(abs(Double(result.start[row * n + column]) - expected) < 1e-5)
      }
    }
  }

  @Test func replacingNeverReadsTheDestination() {
    let (a, b, c) = (buffer(4, "a"), buffer(4, "b"), buffer(4, "c"))
    c.fill(.nan)
    BLAS.multiply(
      MatrixView(a.start, rows: 2, columns: 2), MatrixView(b.start, rows: 2, columns: 2),
      into: MatrixView(c.start, rows: 2, columns: 2))
    #expect(c.values.allSatisfy { $0.isFinite })
  }

  @Test func aStackOfProductsHasTheBitsOfSingleProducts() {
    let (a, b) = (buffer(4 * 6, "a"), buffer(6, "b"))
    let (together, alone) = (Buffer<Float>(count: 16), Buffer<Float>(count: 16))
    let right = MatrixView(b.start, rows: 3, columns: 2)
    BLAS.multiply(
      each: MatrixStack(MatrixView(a.start, rows: 3, columns: 2), count: 4).transposed,
      MatrixStack(right, count: 4, step: 0),
      into: MatrixStack(MatrixView(together.start, rows: 2, columns: 2), count: 4))
    for index in 0..<4 {
      BLAS.multiply(
        MatrixView(a.start + 6 * index, rows: 3, columns: 2).transposed, right,
        into: MatrixView(alone.start + 4 * index, rows: 2, columns: 2))
    }
    #expect(together.values == alone.values && together.values.contains { $0 != 0 })
  }

  @Test func aVectorIsMultipliedAsARowWouldBe() {
    let (m, n, stride) = (5, 7, 9)
    let (first, x, result) = (buffer(m * stride, "a"), buffer(n, "x"), buffer(m, "y"))
    let a = MatrixView(first.start, rows: m, columns: n, stride: stride)
    result.fill(.nan)
    BLAS.multiply(a, vector: x.start, into: result.start)
    for row in 0..<m {
      let sum = (0..<n).reduce(0.0) { $0 + element(a, row, $1) * Double(x.start[$1]) }
      #expect(abs(Double(result.start[row]) - sum) < 1e-5)
    }
  }

  @Test func theRecordNamesTheKernel() {
    #expect(!BLAS.coreName.isEmpty)
    #expect(BLAS.configuration.hasPrefix("OpenBLAS"))
  }
}
