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
  /// For so long a reading stands: cells are compared by times only when they take longer.
  private static let secondsOfAReading = 1.0
  private var last: (milliseconds: Double, time: ContinuousClock.Instant)?
  private var before = 0.0
  private var after = 0.0

  /// Milliseconds of a round, the mean of the readings around a cell.
  var milliseconds: Double { (before + after) / 2 }

  /// Takes a reading before the rest of a cell.
  mutating func begin() { before = reading() }

  /// Takes a reading after the rest of a cell.
  mutating func end() { after = reading() }

  /// A reading of now, some tens of milliseconds of work, or of a moment ago.
  private mutating func reading() -> Double {
    if let last, last.time.secondsUntilNow < Self.secondsOfAReading { return last.milliseconds }
    let start = ContinuousClock.now
    for _ in 0..<Self.rounds {
      multiply()
      sweep()
    }
    let milliseconds = start.secondsUntilNow * 1000 / Double(Self.rounds)
    last = (milliseconds, .now)
    return milliseconds
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
