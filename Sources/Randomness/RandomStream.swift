/// A named stream of random numbers: a pure function of a root seed, a path of names and a position.
///
/// Counter-based (Philox 4x32-10: Salmon, Moraes, Dror & Shaw, *Parallel random numbers: as easy as
/// 1, 2, 3*, SC 2011). A consumer asks for a stream by name, never for "the next number", so adding
/// a consumer changes no other consumer's numbers.
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  private let key: PhiloxKey
  private let path: UInt64
  private var block: UInt64 = 0
  private var pending: UInt64?

  /// The root stream of a seed; ask it for named streams.
  public init(seed: UInt64) {
    key = PhiloxKey(seed)
    path = StreamPath.root
  }

  private init(key: PhiloxKey, path: UInt64) {
    self.key = key
    self.path = path
  }

  /// The stream called `name` under this one; independent of how much was drawn here.
  public func stream(_ name: String) -> RandomStream {
    RandomStream(key: key, path: StreamPath.appending(name, to: path))
  }

  /// The stream at `index` under this one, for series of alike consumers (epochs, samples).
  public func stream(_ index: Int) -> RandomStream {
    stream("#\(index)")
  }

  /// 64 uniform random bits.
  public mutating func next() -> UInt64 {
    if let value = pending {
      pending = nil
      return value
    }
    let words = philox(
      counter: PhiloxCounter(
        UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32),
        UInt32(truncatingIfNeeded: path), UInt32(truncatingIfNeeded: path >> 32)),
      key: key)
    block &+= 1
    pending = UInt64(words.2) | UInt64(words.3) << 32
    return UInt64(words.0) | UInt64(words.1) << 32
  }

  /// A uniform number in [0, 1) with 53 random bits.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A uniform number in [`lower`, `upper`).
  public mutating func uniform(from lower: Double, to upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// A uniform integer in 0 ..< `count`, without modulo bias.
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index below \(count) does not exist")
    return Int(next(upperBound: UInt64(count)))
  }
}
