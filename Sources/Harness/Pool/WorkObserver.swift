/// Who is told about work, in the order of events.
struct WorkObserver {
  /// A piece of work went to a slot.
  let started: (_ item: Int, _ slot: Int) throws -> Void
  /// A piece of work came to its next stage.
  let stage: (_ item: Int, _ slot: Int, CellStage) -> Void
  /// Whether a piece of work is still to begin; asked just before, and one that is not is left out.
  var isWanted: (_ item: Int) -> Bool = { _ in true }
  /// A piece of work came to its end.
  let finished: (WorkReport) throws -> Void
}
