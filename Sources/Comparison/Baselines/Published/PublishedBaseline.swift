import Experiment
import Foundation

/// The values of a paper and how our quantities map on them.
public struct PublishedBaseline: Sendable, Equatable {
  /// The id, as in `published/cfdbench`.
  public let id: String
  /// The heading.
  public let title: String
  /// The paper, with DOI or arXiv number.
  public let reference: String
  /// The values in the order of the file.
  public let values: [PublishedValue]
  /// Our quantities with the values that they are set against, in the order of the file.
  public let matches: [PublishedMatch]

  /// A paper's values.
  public init(
    id: String, title: String, reference: String, values: [PublishedValue],
    matches: [PublishedMatch]
  ) {
    self.id = id
    self.title = title
    self.reference = reference
    self.values = values
    self.matches = matches
  }

  /// The matches of one of our tasks.
  public func matches(suite: String, task: String) -> [PublishedMatch] {
    matches.filter { $0.suite == suite && $0.task == task }
  }
}
