/// How samples are put into batches.
public struct BatchRule: Codable, Sendable, Equatable {
  /// The order of the samples.
  public enum Order: String, Codable, Sendable, CaseIterable {
    /// A new random permutation each epoch.
    case shuffled
    /// As they stand.
    case sequential
  }

  /// What becomes of the samples that fill no batch at the end of an epoch.
  public enum Remainder: String, Codable, Sendable, CaseIterable {
    /// The next epoch's first samples join them: every batch is full, no sample is left out.
    case joined
    /// They are left out of this epoch (torch's `drop_last`).
    case dropped
    /// They are a smaller batch of their own (torch's default).
    case kept
  }

  /// The order of the samples.
  public var order: Order
  /// What becomes of the samples that fill no batch.
  public var remainder: Remainder

  /// A rule.
  public init(order: Order = .shuffled, remainder: Remainder = .joined) {
    self.order = order
    self.remainder = remainder
  }

  /// Samples of the smaller batch at the end of an epoch; 0 when there is none.
  func lastBatch(samples: Int, batchSize: Int) -> Int {
    remainder == .kept ? samples % batchSize : 0
  }
}
