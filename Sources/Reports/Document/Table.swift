import Canvas

/// A table of text and numbers with a heading for each column.
struct Table: Sendable {
  /// How a column stands.
  enum Alignment: Sendable {
    /// Words.
    case start
    /// Numbers.
    case end
    /// Words that take what room is left.
    case fill
  }

  /// Whether readers can narrow it down.
  enum Filter: Sendable { case none, offered }

  /// A column.
  struct Column: Sendable {
    let title: String
    var alignment = Alignment.start
    /// Written small under the heading.
    var detail = ""
    /// The place that `detail` leads to; empty for none.
    var place = ""
  }

  /// By what a column is sorted.
  enum SortKey: Sendable {
    case number(Double)
    case text(String)
    /// After all others, whichever way it is sorted.
    case last
  }

  /// How a value stands among those beside it.
  enum Mark: Sendable { case none, best, tied }

  /// A cell.
  struct Cell: Sendable {
    let spans: [TextSpan]
    let sortKey: SortKey
    var mark = Mark.none
    /// The quantity that the number is of, as in `nmse one-step test`; empty for none.
    var quantity = ""
  }

  /// A row, with what stands under it over the whole width.
  struct Row: Sendable {
    let cells: [Cell]
    var detail: [TextSpan] = []
    /// The place that links lead to; empty for none.
    var id = ""
  }

  /// The place that links lead to; unique in a report.
  var id: String
  /// What it shows.
  let caption: [TextSpan]
  let columns: [Column]
  let rows: [Row]
  var filter = Filter.none
  /// Signs that the table uses, explained.
  var legend: [TextSpan] = []
}

extension Table.Cell {
  /// A cell of words.
  init(_ text: String, _ style: TextSpan.Style = .plain, target: TextSpan.Target? = nil) {
    self.init(spans: [TextSpan(text, style, target: target)], sortKey: .text(text))
  }

  /// A cell of a whole number.
  init(count: Int) {
    self.init(spans: [TextSpan(Self.grouped(count))], sortKey: .number(Double(count)))
  }

  /// In groups of three digits from five digits on, as in `1 102 401`.
  private static func grouped(_ count: Int) -> String {
    guard count > 9999 else { return String(count) }
    var text = ""
    for (index, digit) in String(count).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "\u{202F}" + text }
      text = String(digit) + text
    }
    return text
  }

  /// A cell that has nothing to say.
  static let none = Table.Cell(spans: [TextSpan("—", .muted)], sortKey: .last)

  /// A cell without a number, and why.
  static func missing(_ reason: String) -> Table.Cell {
    Table.Cell(spans: [TextSpan("— " + reason, .muted)], sortKey: .last)
  }
}
