import Tensors

/// Arrays and numbers by name: all that must be kept of a training, or of a part of it.
///
/// Names of parts are joined with a slash, as in `optimiser/mean/lift.weight`. Numbers are kept as
/// the 64 bits that they are, so that none is rounded.
public struct NamedState<S: Scalar>: Sendable, Equatable {
  /// An array of any rank.
  public struct Entry: Sendable, Equatable {
    /// The extent along each axis.
    public let shape: [Int]
    /// The elements, row-major.
    public let values: [S]

    /// An array.
    public init(shape: [Int], values: [S]) {
      self.shape = shape
      self.values = values
    }
  }

  /// The arrays.
  public private(set) var arrays: [String: Entry] = [:]
  /// The bits of the numbers; one name may hold several.
  public private(set) var numbers: [String: [UInt64]] = [:]

  /// An empty state.
  public init() {}

  /// Puts a copy of `buffer` under `name`.
  public mutating func put(_ name: String, _ buffer: Buffer<S>, shape: [Int]? = nil) {
    put(name, Entry(shape: shape ?? [buffer.count], values: buffer.values))
  }

  /// Puts `entry` under `name`.
  public mutating func put(_ name: String, _ entry: Entry) { arrays[name] = entry }
  /// Puts whole numbers under `name`.
  public mutating func put(_ name: String, _ values: [Int]) {
    numbers[name] = values.map { UInt64(bitPattern: Int64($0)) }
  }
  /// Puts numbers under `name`.
  public mutating func put(_ name: String, _ values: [Double]) {
    numbers[name] = values.map(\.bitPattern)
  }
  /// Puts bits under `name`.
  public mutating func put(_ name: String, bits: [UInt64]) { numbers[name] = bits }

  /// Puts everything of `part` under names that begin with `prefix` and a slash.
  public mutating func put(_ prefix: String, _ part: NamedState) {
    for (name, entry) in part.arrays { arrays["\(prefix)/\(name)"] = entry }
    for (name, bits) in part.numbers { numbers["\(prefix)/\(name)"] = bits }
  }
}

// Reading.
extension NamedState {
  /// What was put under `prefix` as a part.
  public func part(_ prefix: String) -> NamedState {
    var part = NamedState()
    let start = prefix + "/"
    for (name, entry) in arrays where name.hasPrefix(start) {
      part.arrays[String(name.dropFirst(start.count))] = entry
    }
    for (name, bits) in numbers where name.hasPrefix(start) {
      part.numbers[String(name.dropFirst(start.count))] = bits
    }
    return part
  }

  /// Copies the array `name` to `buffer`.
  /// - Throws: `CheckpointMismatch` when there is none of that size.
  public func load(_ name: String, into buffer: Buffer<S>) throws {
    guard let entry = arrays[name], entry.values.count == buffer.count else {
      throw CheckpointMismatch(
        name: name, found: arrays[name].map { "\($0.shape)" } ?? "nothing",
        expected: "\(buffer.count) elements")
    }
    buffer.load(entry.values)
  }

  /// The bits under `name`.
  public func bits(_ name: String) throws -> [UInt64] {
    guard let bits = numbers[name] else {
      throw CheckpointMismatch(name: name, found: "nothing", expected: "numbers")
    }
    return bits
  }

  /// The whole numbers under `name`.
  public func integers(_ name: String) throws -> [Int] {
    try bits(name).map { Int(Int64(bitPattern: $0)) }
  }

  /// The numbers under `name`.
  public func doubles(_ name: String) throws -> [Double] {
    try bits(name).map(Double.init(bitPattern:))
  }

  /// The one whole number under `name`.
  public func integer(_ name: String) throws -> Int { try single(name, integers(name)) }
  /// The one number under `name`.
  public func double(_ name: String) throws -> Double { try single(name, doubles(name)) }

  private func single<Number>(_ name: String, _ values: [Number]) throws -> Number {
    guard values.count == 1 else {
      throw CheckpointMismatch(
        name: name, found: "\(values.count) numbers", expected: "one number")
    }
    return values[0]
  }

  /// Checks that `other` has the same arrays, of the same shapes, and numbers of the same names.
  /// - Throws: `CheckpointMismatch` with the first name, in order, that differs.
  public func checkLayout(of other: NamedState) throws {
    for name in Set(arrays.keys).union(other.arrays.keys).sorted() {
      let (wanted, found) = (arrays[name], other.arrays[name])
      guard wanted?.shape != found?.shape else { continue }
      throw CheckpointMismatch(
        name: name, found: found.map { "\($0.shape)" } ?? "nothing",
        expected: wanted.map { "\($0.shape)" } ?? "no such array")
    }
    for name in Set(numbers.keys).symmetricDifference(other.numbers.keys).sorted() {
      let isMissing = other.numbers[name] == nil
      throw CheckpointMismatch(
        name: name, found: isMissing ? "nothing" : "numbers",
        expected: isMissing ? "numbers" : "no such name")
    }
  }
}
