/// A roll-out as rows of pictures: the truth and some models, a column for each step.
public struct StripPlot: Sendable, Equatable {
  /// The truth or a model.
  public struct Row: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// A field for each step, row-major, row 0 at the bottom; empty where there is none.
    public var frames: [[Float]]

    /// A row.
    public init(name: String, frames: [[Float]]) {
      self.name = name
      self.frames = frames
    }
  }

  /// What the fields are, with the unit, as in `speed (m/s)`.
  public var quantity: String
  /// Rows of a field.
  public var height: Int
  /// Columns of a field.
  public var width: Int
  /// The steps of the columns.
  public var steps: [Int]
  /// The truth, then models.
  public var rows: [Row]

  /// A plot.
  public init(quantity: String, height: Int, width: Int, steps: [Int], rows: [Row]) {
    self.quantity = quantity
    self.height = height
    self.width = width
    self.steps = steps
    self.rows = rows
  }

  /// The one scale of all pictures: what the truth spans, so that a prediction that blew up does not
  /// turn all others to one hue.
  public var valueRange: ClosedRange<Double> {
    let truth = rows.first.map { $0.frames.flatMap(\.self).filter(\.isFinite) } ?? []
    guard let low = truth.min(), let high = truth.max() else { return 0...0 }
    return Double(low)...Double(high)
  }
}
