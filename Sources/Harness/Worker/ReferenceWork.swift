import COpenBLAS

/// A fixed piece of work that is timed in every cell, before and after the rest: how fast the machine
/// was just then, whatever else it did. Times of two runs are compared only where this one agrees.
///
/// A round is a product of two 128 x 128 matrices and a sweep over 4 MiB, so that the speed of arithmetic
/// and of memory both show.
struct ReferenceWork {
  private static let side = 128
  private static let swept = 1 << 19
  private static let rounds = 40

  private let a = [Float](repeating: 0.5, count: side * side)
  private let b = [Float](repeating: 0.25, count: side * side)
  private var c = [Float](repeating: 0, count: side * side)
  private let source = [Float](repeating: 1, count: swept)
  private var target = [Float](repeating: 0, count: swept)
  private var seconds = 0.0
  private var timings = 0

  /// Milliseconds of a round, over all timings so far.
  var milliseconds: Double { seconds * 1000 / Double(max(timings * Self.rounds, 1)) }

  /// Does the work and takes its time; some tens of milliseconds.
  mutating func time() {
    let start = ContinuousClock.now
    for _ in 0..<Self.rounds {
      multiply()
      sweep()
    }
    seconds += start.secondsUntilNow
    timings += 1
  }

  private mutating func multiply() {
    let n = Int32(Self.side)
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, &c, n)
  }

  private mutating func sweep() {
    source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        for index in target.indices { target[index] = target[index] * 0.5 + source[index] }
      }
    }
  }
}
