import Foundation

/// Numbers in words of the page, the same on every machine.
public enum NumberText {
  /// With `digits` significant digits and no power of ten, as in `0.0123`, `12.3`, `1230`.
  public static func plain(_ number: Double, digits: Int = 3) -> String {
    guard number != 0 else { return "0" }
    let decimals = max(0, digits - 1 - exponent(number, digits: digits))
    return minus(fixed(number, decimals: decimals))
  }

  /// With `digits` significant digits and a power of ten, as in `1.23 × 10⁻³`.
  public static func scientific(_ number: Double, digits: Int = 3) -> String {
    guard number != 0 else { return "0" }
    let power = exponent(number, digits: digits)
    return mantissa(number, power: power, digits: digits) + powerOfTen(power)
  }

  /// Plain where that is short, with a power of ten where it is not.
  public static func short(_ number: Double, digits: Int = 3) -> String {
    guard number != 0 else { return "0" }
    return (-3...4).contains(exponent(number, digits: digits))
      ? plain(number, digits: digits) : scientific(number, digits: digits)
  }

  /// ` × 10ⁿ`; nothing for n = 0.
  public static func powerOfTen(_ power: Int) -> String {
    power == 0 ? "" : " × 10" + superscript(power)
  }

  /// `number` / 10ⁿ with as many decimals as `digits` need at that power.
  public static func mantissa(_ number: Double, power: Int, digits: Int = 3) -> String {
    minus(fixed(number / pow(10, Double(power)), decimals: digits - 1))
  }

  /// The power of ten of the first digit after rounding to `digits`.
  public static func exponent(_ number: Double, digits: Int = 3) -> Int {
    guard number != 0, number.isFinite else { return 0 }
    let size = abs(number)
    let power = log10(size).rounded(.down)
    let leading = size / pow(10, power)
    // Away from powers of ten rounding moves no digit to another place, and nothing need be printed.
    if leading > 1.000001, leading < 10 - pow(10, Double(1 - digits)) { return Int(power) }
    let text = String(format: "%.\(digits - 1)e", number)
    guard let mark = text.lastIndex(of: "e") else { return 0 }
    return Int(text[text.index(after: mark)...]) ?? 0
  }

  /// A whole number in raised digits, as in `⁻³`.
  public static func superscript(_ number: Int) -> String {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(
      String(number).map { letter in
        letter.wholeNumberValue.map { raised[$0] } ?? "⁻"
      })
  }

  /// `number` with so many decimals, as C prints it: several times as fast as a format of Foundation.
  private static func fixed(_ number: Double, decimals: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let length = withVaList([CInt(clamping: decimals), number]) {
        vsnprintf(start, buffer.count, "%.*f", $0)
      }
      guard length >= 0, Int(length) < buffer.count else {
        return String(format: "%.\(decimals)f", number)
      }
      return String(cString: start)
    }
  }

  private static func minus(_ text: String) -> String {
    guard text.hasPrefix("-") else { return text }
    let rest = text.dropFirst()
    return rest.contains { ("1"..."9").contains($0) } ? "−" + rest : String(rest)
  }
}
