import Canvas
import Comparison
import Experiment
import Foundation

/// Numbers of answers in words and cells.
struct AnswerWords {
  static let legend: [TextSpan] = [
    TextSpan("●", .strong), " surely saves or is surely better    ",
    TextSpan("≤ ≥", .strong), " the cheapest setting of one side was as good already    ",
    TextSpan("cheapest:", .strong), " that of both was    ",
    TextSpan("not reached:", .strong), " dearer or cheaper than all settings of the reference    ",
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

  /// The ratio at equal quality, as in `≤ 0.51 [0.44, 0.60]`; nil without a number.
  func number(_ answer: FrontAnswer) -> String? {
    number(answer.ratio).map { Self.sign(answer.bound) + $0 }
  }

  /// The same as a factor, as in `at most × 0.51 [0.44, 0.60]`.
  func factor(_ answer: FrontAnswer) -> String? {
    let bound =
      switch answer.bound {
      case .none, .cheapest: ""
      case .atMost: "at most "
      case .atLeast: "at least "
      }
    return number(answer.ratio).map { "\(bound)×\u{A0}\($0)" }
  }

  private static func sign(_ bound: FrontAnswer.Bound) -> String {
    switch bound {
    case .none, .cheapest: ""
    case .atMost: "≤\u{A0}"
    case .atLeast: "≥\u{A0}"
    }
  }

  /// The cell of a ratio of costs, of which less is better.
  func ratioCell(_ answer: Answer) -> Table.Cell {
    let isSaving = answer.interval.map { $0.upper < 1 } ?? false
    return cell(answer, mark: isSaving ? .best : .none)
  }

  /// The cell of a ratio of costs at equal quality.
  func ratioCell(_ answer: FrontAnswer) -> Table.Cell {
    let plain = cell(answer.ratio, mark: answer.saves == true ? .best : .none)
    guard answer.ratio.estimate != nil else { return plain }
    let sign = Self.sign(answer.bound)
    return Table.Cell(
      spans: (sign.isEmpty ? [] : [TextSpan(sign)]) + plain.spans
        + (answer.bound == .cheapest ? [TextSpan(" cheapest", .muted)] : []),
      sortKey: plain.sortKey, mark: plain.mark)
  }

  /// The cell of a change of quality.
  func changeCell(_ answer: Answer, in task: TaskAnswers) -> Table.Cell {
    cell(answer, mark: task.isBetter(answer) == true ? .best : .none)
  }

  private func cell(_ answer: Answer, mark: Table.Mark) -> Table.Cell {
    switch answer {
    case .missing(let reason): return .missing(reason)
    case .notReached(.above): return .missing("not reached: dearer")
    case .notReached(.below): return .missing("not reached: cheaper")
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
}
