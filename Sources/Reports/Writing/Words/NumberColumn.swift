import Canvas
import Comparison
import Foundation

/// One notation for all numbers of a column: three significant digits, decimal points below each
/// other, powers of ten for all or for none.
struct NumberColumn: Sendable {
  private enum Notation { case plain, scientific }

  /// Wide as a digit, and wide as a point.
  private static let digitSpace = "\u{2007}"
  private static let pointSpace = "\u{2008}"
  private static let digits = 3

  private let notation: Notation
  private let decimals: Int

  init(_ numbers: [Double]) {
    let sizes = numbers.map(abs).filter { $0 > 0 && $0.isFinite }
    let (low, high) = (sizes.min() ?? 1, sizes.max() ?? 1)
    notation = low >= 1e-3 && high < 1e4 && high / low < 1e4 ? .plain : .scientific
    decimals = numbers.map(Self.decimals).max() ?? 0
  }

  func text(_ number: Double) -> String {
    switch notation {
    case .plain:
      let own = Self.decimals(number)
      let text = NumberText.plain(number, digits: Self.digits)
      return text + Self.padding(own: own, widest: decimals)
    case .scientific:
      guard number != 0 else { return "0" }
      let power = NumberText.exponent(number)
      return NumberText.mantissa(number, power: power) + Self.power(power)
    }
  }

  /// `[lower, upper]`, with the decimals or the power of ten of the estimate.
  func text(_ interval: Interval) -> String {
    switch notation {
    case .plain:
      let places = Self.decimals(interval.estimate)
      let ends = [interval.lower, interval.upper].map { Self.fixed($0, decimals: places) }
      return "[\(ends[0]),\u{A0}\(ends[1])]"
    case .scientific:
      let power = NumberText.exponent(interval.estimate)
      let ends = [interval.lower, interval.upper].map { NumberText.mantissa($0, power: power) }
      return "[\(ends[0]),\u{A0}\(ends[1])]" + Self.power(power)
    }
  }

  func cell(_ number: Double, mark: Table.Mark = .none) -> Table.Cell {
    Table.Cell(spans: [TextSpan(text(number))], sortKey: .number(number), mark: mark)
  }

  private static func decimals(_ number: Double) -> Int {
    number == 0 ? 0 : max(0, digits - 1 - NumberText.exponent(number))
  }

  private static func padding(own: Int, widest: Int) -> String {
    guard own < widest else { return "" }
    return (own == 0 ? pointSpace : "") + String(repeating: digitSpace, count: widest - own)
  }

  private static func fixed(_ number: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", number)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  private static func power(_ power: Int) -> String {
    "\u{A0}×\u{A0}10" + NumberText.superscript(power)
  }
}
