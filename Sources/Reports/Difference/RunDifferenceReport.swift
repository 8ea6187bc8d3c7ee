import Comparison
import Experiment

/// Two sets of results side by side: two runs, or a run and a baseline.
public struct RunDifferenceReport: Sendable {
  /// One of the two.
  public struct Side: Sendable {
    /// What it is called, as in `quick` or `run 20260131-120000-a1`.
    public var name: String
    /// Its results.
    public var frame: ResultFrame

    /// A side.
    public init(name: String, frame: ResultFrame) {
      self.name = name
      self.frame = frame
    }
  }

  /// The heading.
  public var title: String
  /// What was there.
  public var before: Side
  /// What is there now.
  public var after: Side
  /// The judgement of `after` against `before`, whose verdicts stand beside the values; nil for
  /// values alone.
  public var comparison: ComparisonReport?

  /// A difference.
  public init(
    title: String, before: Side, after: Side, comparison: ComparisonReport? = nil
  ) {
    self.title = title
    self.before = before
    self.after = after
    self.comparison = comparison
  }

  /// The cells that both sides have, by identity, sorted.
  var common: [(before: CellResult, after: CellResult)] {
    let old = Dictionary(
      before.frame.cells.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    return after.frame.cells.sorted { $0.identity < $1.identity }.compactMap { cell in
      old[cell.identity].map { ($0, cell) }
    }
  }

  /// The cells of `side` that `other` does not have.
  static func cells(of side: Side, without other: Side) -> [CellResult] {
    let known = Set(other.frame.cells.map(\.identity))
    return side.frame.cells.filter { !known.contains($0.identity) }
      .sorted { $0.identity < $1.identity }
  }
}
