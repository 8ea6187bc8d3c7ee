/// How the errors of unlike tasks are put on one scale.
public struct Normalisation: Codable, Sendable, Equatable {
  /// The model whose error is the unit of every task; nil when it is the median model of each task.
  public var reference: String?
  /// The score at which nothing is missing any more: the optimality gap is measured from it.
  public var target: Double
  /// How many of the section's summaries enter; a quantity that may be zero or negative has no ratio.
  public var summaries: Int
  /// The rule in words.
  public var sentence: String

  /// A rule.
  public init(reference: String?, target: Double, summaries: Int, sentence: String) {
    self.reference = reference
    self.target = target
    self.summaries = summaries
    self.sentence = sentence
  }
}
