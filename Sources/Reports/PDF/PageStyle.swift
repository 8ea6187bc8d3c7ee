import Canvas

/// Paper, margins and fonts of the PDF report.
enum PageStyle {
  /// A4 in points.
  static let width = 595.28
  static let height = 841.89
  static let left = 70.0
  static let top = 88.0
  static let bottom = 768.0
  static let textWidth = width - 2 * left

  /// Where what is said of a fact begins.
  static let factIndent = 96.0

  static let lead = Font(.serif, size: 10.5)
  static let body = Font(.serif, size: 9)
  static let title = Font(.serif, size: 25, weight: .bold)
  static let head = Font(.serif, size: 16, weight: .bold)
  static let subhead = Font(.serif, size: 11.5, weight: .bold)
  static let minorHead = Font(.sans, size: 8.5, weight: .bold)
  static let table = Font(.sans, size: 7.2)
  static let tableHead = Font(.sans, size: 7.2, weight: .bold)
  static let small = Font(.sans, size: 6.4)
  static let caption = Font(.sans, size: 7.4)
  static let label = Font(.sans, size: 6.2, weight: .bold)
  static let running = Font(.sans, size: 7)
}
