extension IncomparablePart {
  /// The rows that clash, one part for each task and reason; the model is named where other models of
  /// the task can be compared.
  static func merged(_ drafts: [RowDraft]) -> [IncomparablePart] {
    var parts: [IncomparablePart] = []
    for draft in drafts {
      guard let reason = draft.clash else { continue }
      let (suite, task) = (draft.question.suite.id, draft.question.task)
      let isWholeTask = drafts.allSatisfy {
        ($0.question.suite.id, $0.question.task) != (suite, task) || $0.clash == reason
          || !$0.isShared
      }
      let part = IncomparablePart(
        suite: suite, task: task, model: isWholeTask ? "" : draft.model, reason: reason)
      if !parts.contains(part) { parts.append(part) }
    }
    return parts
  }
}
