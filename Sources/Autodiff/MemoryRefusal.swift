/// A tape that needs more memory than it may have, refused before anything is allocated.
public struct MemoryRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bytes that the tape's passes need at least.
  public let neededBytes: Int
  /// The bytes that its pool may allocate.
  public let limitBytes: Int
  /// The operation with the largest result.
  public let operation: String
  /// The shape of that result.
  public let shape: [Int]

  /// What is needed and allowed, and what to do.
  public var description: String {
    let (needed, limit) = (Self.mebibytes(neededBytes), Self.mebibytes(limitBytes))
    return
      "the passes need at least \(needed) MiB, of which the largest is \(operation) of \(shape); "
      + "expected at most \(limit) MiB; use smaller batches or checkpointed segments."
  }

  private static func mebibytes(_ bytes: Int) -> Int { bytes >> 20 }
}
