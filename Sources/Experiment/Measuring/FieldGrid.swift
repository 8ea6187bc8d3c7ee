/// How the values of a `ScoredField` lie in space and time: [frame, channel, row, column] on cells of
/// one size, row 0 at the bottom.
public struct FieldGrid: Sendable, Equatable {
  /// Frames, one behind the other; 1 for a single field.
  public let frames: Int
  /// Components of each frame, as u and v.
  public let channels: Int
  /// Rows.
  public let height: Int
  /// Columns.
  public let width: Int
  /// Extent of a cell along x, in m.
  public let cellWidth: Double
  /// Extent of a cell along y, in m.
  public let cellHeight: Double
  /// The time of the first frame, in s.
  public let time: Double
  /// Seconds from one frame to the next.
  public let frameInterval: Double

  /// A grid.
  public init(
    frames: Int = 1, channels: Int, height: Int, width: Int, cellWidth: Double,
    cellHeight: Double, time: Double = 0, frameInterval: Double = 0
  ) {
    self.frames = frames
    self.channels = channels
    self.height = height
    self.width = width
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.time = time
    self.frameInterval = frameInterval
  }

  /// The number of values.
  public var count: Int { frames * channels * height * width }
}
