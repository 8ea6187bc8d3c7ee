/// A table of shaded cells with a number in each.
public struct MatrixPlot: Sendable, Equatable {
  /// A cell.
  public struct Cell: Sendable, Equatable {
    /// What stands in it: a number, or a letter that says why there is none.
    public var text: String
    /// How dark it is, 0 to 1; nil for a hollow one.
    public var shade: Double?
    /// Whether it stands out.
    public var isStrong: Bool
    /// Its content in words.
    public var words: String

    /// A cell.
    public init(text: String, shade: Double?, isStrong: Bool = false, words: String = "") {
      self.text = text
      self.shade = shade
      self.isStrong = isStrong
      self.words = words
    }
  }

  /// A heading of a row or a column.
  public struct Heading: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The place in the suite of a model; nil for anything else.
    public var style: Int?

    /// A heading.
    public init(_ name: String, style: Int? = nil) {
      self.name = name
      self.style = style
    }
  }

  /// The columns, from left to right.
  public var columns: [Heading]
  /// The rows, from top to bottom.
  public var rows: [Heading]
  /// The cells of each row.
  public var cells: [[Cell]]

  /// A table.
  public init(columns: [Heading], rows: [Heading], cells: [[Cell]]) {
    precondition(
      cells.count == rows.count && cells.allSatisfy { $0.count == columns.count },
      "the cells do not fill \(rows.count) × \(columns.count)")
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }
}
