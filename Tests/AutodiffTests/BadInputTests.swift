import Autodiff
import Foundation
import Tensors
import Testing

@Suite struct BadInputTests {
  private static func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func aSumOfTwoShapesNamesBothAndTheOperation() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      _ = tape.sum(tape.input([2, 3]), tape.input([3, 2]))
    }
    #expect(Self.text(result).contains("sum: [2, 3] and [3, 2] cannot be added"))
  }

  @Test func aProductOfTwoShapesNamesBothAndTheOperation() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      _ = tape.matrixProduct(tape.input([4, 2, 3]), tape.input([4, 2, 5]))
    }
    #expect(
      Self.text(result).contains(
        "matrixProduct: 2x3 by 2x5 of [4, 2, 3] and [4, 2, 5] do not fit"))
  }

  @Test func aTapeBeyondTheLimitIsRefusedBeforeItAllocates() throws {
    let pool = BufferPool<Float>(limitBytes: 10 << 20)
    let tape = Tape<Float>(.training, pool: pool)
    let field = tape.constant([1 << 10, 1])
    let large = tape.repeated(field, along: [2], to: [1 << 10, 1, 1 << 11])
    _ = tape.scaled(large, by: 2)
    let error = #expect(throws: MemoryRefusal.self) { try tape.requireMemory(besides: 1 << 20) }
    #expect(
      error?.description == """
        the passes need at least 17 MiB, of which the largest is AxisBroadcast of [1024, 1, 2048]; \
        expected at most 10 MiB; use smaller batches or checkpointed segments.
        """)
    #expect(pool.allocatedCount == 0)
  }

  @Test func theLeastMemoryIsNotAboveWhatAPassTakes() {
    for check in GradientCatalogue.all {
      for mode in [Tape<Double>.Mode.training, .inference] {
        let (least, taken) = check.memory(mode)
        #expect(least <= taken, "\(check) \(mode)")
      }
    }
  }

  @Test func aBufferBeyondTheLimitIsRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BufferPool<Double>(limitBytes: 1000).take(126)
    }
    #expect(
      Self.text(result).contains(
        "a buffer of 1008 bytes beside 0 exceeds the limit of 1000 bytes"))
  }
}
