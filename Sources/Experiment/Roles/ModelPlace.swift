import Foundation

/// Where a model that is a program of its own runs, and within which bounds.
public struct ModelPlace: Sendable, Equatable {
  /// An empty folder for its files, removed afterwards by whoever made it.
  public var scratch: URL
  /// Threads that it may compute with.
  public var threads: Int
  /// What it may spend.
  public var budget: Budget

  /// A place.
  public init(scratch: URL, threads: Int, budget: Budget) {
    self.scratch = scratch
    self.threads = threads
    self.budget = budget
  }
}
