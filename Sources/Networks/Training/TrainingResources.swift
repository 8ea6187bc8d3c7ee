import Foundation

/// What a training may use; nothing of it changes a bit of the result.
public struct TrainingResources: Sendable, Equatable {
  /// Whether the training is kept on the way.
  public enum Checkpointing: Sendable, Equatable {
    /// It is not.
    case none
    /// In this file every so many steps and after the last one; a training whose file exists goes on
    /// from there.
    case file(URL, everySteps: Int)
  }

  /// Threads; more than there are shards do nothing.
  public var threads: Int
  /// The most bytes of the passes, the parameters and what the optimiser keeps.
  public var memoryBytes: Int
  /// Whether the training is kept on the way.
  public var checkpointing: Checkpointing

  /// Resources: a thread for each of the machine's cores, unless told otherwise; a process that is
  /// pinned to fewer should say how many.
  public init(
    threads: Int = ProcessInfo.processInfo.activeProcessorCount, memoryBytes: Int = .max,
    checkpointing: Checkpointing = .none
  ) {
    self.threads = threads
    self.memoryBytes = memoryBytes
    self.checkpointing = checkpointing
  }
}
