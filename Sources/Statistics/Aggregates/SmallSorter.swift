/// Sorts the same small number of values again and again, without a branch that depends on them:
/// Batcher's merge exchange (Knuth, *The art of computer programming* 3, section 5.2.2, algorithm M)
/// with its comparisons laid out once. In half the time of insertion for some 30 values.
final class SmallSorter {
  private let count: Int
  /// Pairs of places to compare, one after the other; empty for many values, which sort as usual.
  private let comparisons: [(Int32, Int32)]

  private static let mostCompared = 128

  init(count: Int) {
    self.count = count
    comparisons = count <= Self.mostCompared ? Self.comparisons(count) : []
  }

  func sort(_ values: UnsafeMutablePointer<Double>) {
    guard count <= Self.mostCompared else {
      var buffer = UnsafeMutableBufferPointer(start: values, count: count)
      return buffer.sort()
    }
    comparisons.withUnsafeBufferPointer { comparisons in
      for (low, high) in comparisons {
        let (a, b) = (values[Int(low)], values[Int(high)])
        // A choice by a mask: a condition would be compiled to a jump that is guessed wrong half the
        // time.
        let mask = 0 &- UInt64(b < a ? 1 : 0)
        let change = (a.bitPattern ^ b.bitPattern) & mask
        values[Int(low)] = Double(bitPattern: a.bitPattern ^ change)
        values[Int(high)] = Double(bitPattern: b.bitPattern ^ change)
      }
    }
  }

  private static func comparisons(_ count: Int) -> [(Int32, Int32)] {
    guard count > 1 else { return [] }
    let top = 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    var comparisons: [(Int32, Int32)] = []
    var p = top
    while p > 0 {
      var (q, r, d) = (top, 0, p)
      while true {
        for low in 0..<max(0, count - d) where low & p == r {
          comparisons.append((Int32(low), Int32(low + d)))
        }
        if q == p { break }
        (d, q, r) = (q - p, q / 2, p)
      }
      p /= 2
    }
    return comparisons
  }
}
