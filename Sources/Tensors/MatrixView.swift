/// A row-major matrix of `S` somewhere in memory that is owned by somebody else, perhaps read transposed.
public struct MatrixView<S> {
  /// How the stored rows are read.
  public enum Orientation {
    /// As they are stored.
    case stored
    /// With rows and columns exchanged.
    case transposed
  }

  /// The first stored element.
  public let start: UnsafeMutablePointer<S>
  /// Rows as read.
  public let rows: Int
  /// Columns as read.
  public let columns: Int
  /// Elements from one stored row to the next.
  public let stride: Int
  /// How it is read.
  public let orientation: Orientation

  /// A view of `rows` stored rows of `columns` elements, `stride` apart.
  public init(
    _ start: UnsafeMutablePointer<S>, rows: Int, columns: Int, stride: Int,
    orientation: Orientation = .stored
  ) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.stride = stride
    self.orientation = orientation
  }

  /// A view of `rows` adjacent rows of `columns` elements.
  public init(_ start: UnsafeMutablePointer<S>, rows: Int, columns: Int) {
    self.init(start, rows: rows, columns: columns, stride: columns)
  }

  /// Elements from one row as read to the next.
  var rowStep: Int { orientation == .stored ? stride : 1 }
  /// Elements from one column as read to the next.
  var columnStep: Int { orientation == .stored ? 1 : stride }

  /// The same memory with rows and columns exchanged.
  public var transposed: MatrixView<S> {
    MatrixView(
      start, rows: columns, columns: rows, stride: stride,
      orientation: orientation == .stored ? .transposed : .stored)
  }
}
