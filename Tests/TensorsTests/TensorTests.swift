import Tensors
import Testing

@Suite struct TensorTests {
  @Test func gatheredRowsComeInTheAskedOrder() {
    let tensor = Tensor(shape: [3, 2], values: [0, 1, 10, 11, 20, 21])
    let expected = Tensor(shape: [3, 2], values: [20, 21, 0, 1, 20, 21])
    #expect(tensor.gathered(rows: [2, 0, 2]) == expected)
    #expect(tensor.gathered(rows: []) == Tensor(shape: [0, 2], values: []))
  }

  @Test func aPoolHandsABufferOutAgainAndCountsOnlyNewOnes() {
    let pool = BufferPool<Float>()
    let first = pool.take(8)
    let second = pool.take(8)
    #expect(first !== second && pool.allocatedCount == 16)
    pool.give(first)
    #expect(pool.take(8) === first)
    #expect(pool.take(4).count == 4)
    #expect(pool.allocatedCount == 20)
  }

  @Test func buffersStartAtZeroOnACacheLine() {
    let buffer = Buffer<Float>(count: 5)
    #expect(buffer.values == [0, 0, 0, 0, 0])
    #expect(Int(bitPattern: buffer.start) % 64 == 0)
  }
}
