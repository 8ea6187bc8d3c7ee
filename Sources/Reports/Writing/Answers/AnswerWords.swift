import Canvas
import Comparison
import Experiment
import Foundation

/// Numbers of answers in words and cells.
struct AnswerWords {
  /// What was looked up on the reference's curve.
  enum Lookup {
    /// The cost at a quality.
    case quality
    /// The quality at a cost.
    case cost
  }

  static let legend: [TextSpan] = [
    TextSpan("●", .strong), " surely saves or is surely better    ",
    TextSpan("not reached:", .strong),
    " the model is better, worse, dearer or cheaper than all settings of the reference    ",
    TextSpan("no interval:", .strong), " the curve ends near, or there is one seed",
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
    guard let interval = answer.interval else { return NumberText.short(estimate) }
    return "\(Self.text(estimate, in: interval)) \(Self.text(interval))"
  }

  /// A number with as many decimals as the width of its interval gives sense to, three digits at least of
  /// one that is exact.
  static func text(_ number: Double, in interval: Interval) -> String {
    let half = (interval.upper - interval.lower) / 2
    let size = abs(interval.estimate)
    guard half > 1e-12 * size else { return NumberText.short(number) }
    guard size < 1e4, half < 1e4, half > 1e-5 else { return NumberText.short(number) }
    let least = size < 10 ? 2 : size < 100 ? 1 : 0
    let decimals = max(least, 1 - NumberText.exponent(half, digits: 2))
    let text = String(format: "%.\(decimals)f", number)
    // Zero has no sign.
    guard text.hasPrefix("-") else { return text }
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return isZero ? String(text.dropFirst()) : "−" + text.dropFirst()
  }

  private static func text(_ interval: Interval) -> String {
    "[\(text(interval.lower, in: interval)),\u{A0}\(text(interval.upper, in: interval))]"
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
    case .uncertain(let number, _):
      return Table.Cell(
        spans: [TextSpan(NumberText.short(number)), TextSpan(" (no interval)", .muted)],
        sortKey: .number(number))
    case .known(let interval):
      return Table.Cell(
        spans: [
          TextSpan(Self.text(interval.estimate, in: interval)),
          TextSpan("\u{A0}" + Self.text(interval), .muted),
        ], sortKey: .number(interval.estimate), mark: mark)
    }
  }

  private static func words(_ side: Answer.Side, _ lookup: Lookup?) -> String {
    switch (side, lookup) {
    case (.above, .quality): "not reached: better"
    case (.below, .quality): "not reached: worse"
    case (.above, .cost): "not reached: dearer"
    case (.below, .cost): "not reached: cheaper"
    case (_, nil): "not reached"
    }
  }
}
