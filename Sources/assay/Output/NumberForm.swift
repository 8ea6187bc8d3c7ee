import Foundation

/// Numbers as commands print them.
enum NumberForm {
  /// Four significant digits, as in `0.001655`.
  static func short(_ number: Double) -> String { String(format: "%.4g", number) }
}
