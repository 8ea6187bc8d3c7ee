/// Models on a line of mean ranks, and bars that join those which cannot be told apart: a
/// critical-difference diagram (Demšar 2006, "Statistical comparisons of classifiers over multiple
/// data sets").
public struct RankPlot: Sendable, Equatable {
  /// A model.
  public struct Entry: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its place in the suite.
    public var style: Int
    /// Its mean rank, 1 being best.
    public var rank: Double

    /// A model.
    public init(name: String, style: Int, rank: Double) {
      self.name = name
      self.style = style
      self.rank = rank
    }
  }

  /// The models, best first.
  public var entries: [Entry]
  /// The places in `entries` that a bar joins, each a run.
  public var groups: [ClosedRange<Int>]
  /// Mean ranks farther apart than this differ; nil when there is no such number.
  public var difference: Double?

  /// A diagram.
  public init(entries: [Entry], groups: [ClosedRange<Int>], difference: Double?) {
    self.entries = entries
    self.groups = groups
    self.difference = difference
  }
}
