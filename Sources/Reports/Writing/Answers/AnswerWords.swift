import Canvas
import Comparison
import Experiment

/// Numbers of answers in words and cells.
struct AnswerWords {
  /// What was looked up on the reference's curve.
  enum Lookup {
    /// The cost at a quality.
    case quality(Direction)
    /// The quality at a cost.
    case cost
  }

  static let legend: [TextSpan] = [
    TextSpan("●", .strong), " surely saves or is surely better    ",
    TextSpan("above, below the curve", .muted),
    " beyond what was measured of the reference, so that nothing can be said",
  ]

  let names: NameBook
  let suite: String

  /// A metric's title as it stands inside a sentence: `accuracy`, `NFE`.
  func metric(_ quantity: Quantity) -> String {
    let title = names.metric(quantity.metric, in: suite)
    let isWord = title.dropFirst().first?.isLowercase ?? false
    return isWord ? title.prefix(1).lowercased() + title.dropFirst() : title
  }

  func model(_ id: String) -> String { names.model(id, in: suite) }

  /// As in `0.51 [0.44, 0.60]`; nil without a number.
  func number(_ answer: Answer) -> String? {
    guard let estimate = answer.estimate else { return nil }
    let digits = NumberColumn([estimate])
    let text = digits.text(estimate)
    return answer.interval.map { "\(text) \(digits.text($0))" } ?? text
  }

  /// The cell of a ratio of costs, of which less is better.
  func ratioCell(_ answer: Answer, onCurve lookup: Lookup? = nil) -> Table.Cell {
    let isSaving = answer.interval.map { $0.upper < 1 } ?? false
    return cell(answer, mark: isSaving ? .best : .none, lookup)
  }

  /// The cell of a change of quality.
  func changeCell(_ answer: Answer, in task: TaskAnswers, onCurve lookup: Lookup? = nil)
    -> Table.Cell
  {
    cell(answer, mark: task.isBetter(answer) == true ? .best : .none, lookup)
  }

  private func cell(_ answer: Answer, mark: Table.Mark, _ lookup: Lookup?) -> Table.Cell {
    switch answer {
    case .missing(let reason): return .missing(reason)
    case .notReached(let side): return .missing(Self.words(side, lookup))
    case .uncertain(let number, let reason):
      let text = NumberColumn([number]).text(number)
      return Table.Cell(
        spans: [TextSpan(text), TextSpan(" (\(reason))", .muted)], sortKey: .number(number))
    case .known(let interval):
      let digits = NumberColumn([interval.estimate])
      return Table.Cell(
        spans: [
          TextSpan(digits.text(interval.estimate)),
          TextSpan("\u{A0}" + digits.text(interval), .muted),
        ], sortKey: .number(interval.estimate), mark: mark)
    }
  }

  private static func words(_ side: Answer.Side, _ lookup: Lookup?) -> String {
    switch (side, lookup) {
    case (.above, .quality): "not reached: better than all settings"
    case (.below, .quality): "not reached: worse than all settings"
    case (.above, .cost): "not reached: dearer than all settings"
    case (.below, .cost): "not reached: cheaper than all settings"
    case (_, nil): "not reached"
    }
  }
}
