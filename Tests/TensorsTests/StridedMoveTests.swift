import Tensors
import Testing

@Suite struct StridedMoveTests {
  @Test func axesThatAreOneInMemoryAreJoined() {
    let dense = StridedMove.strides(of: [2, 3, 1, 4])
    #expect(dense == [12, 4, 4, 1])
    let copy = StridedMove(extents: [2, 3, 1, 4], from: dense, to: dense)
    #expect(copy == StridedMove(extents: [24], from: [1], to: [1]))
    let transposition = StridedMove(extents: [2, 3, 4], from: [12, 1, 3], to: [12, 4, 1])
    #expect(transposition.extents == [2, 3, 4])
    #expect(transposition.reversed.to == [12, 1, 3])
  }

  @Test func copiesAndSumsFollowTheStrides() {
    let x: [Float] = [1, 2, 3, 4, 5, 6]
    var y = [Float](repeating: 0, count: 6)
    Float.axes.copy(StridedMove(extents: [3, 2], from: [1, 3], to: [2, 1]), x, &y)
    #expect(y == [1, 4, 2, 5, 3, 6])
    var sums: [Float] = [10, 10, 10]
    let kept = StridedMove(extents: [3], from: [1], to: [1])
    let reduced = StridedMove(extents: [2], from: [3], to: [3])
    Float.axes.sumsAdd(kept, reduced, x, &sums)
    #expect(sums == [15, 17, 19])
  }

  @Test func sumsAreAccumulatedInDouble() {
    let count = 1 << 12
    let x = [Float](repeating: 0.1, count: count)
    var sum: [Float] = [0]
    Float.axes.sumsAdd(
      StridedMove(extents: [], from: [], to: []),
      StridedMove(extents: [count], from: [1], to: [1]), x, &sum)
    #expect(sum[0] == Float(Double(Float(0.1)) * Double(count)))
  }
}
