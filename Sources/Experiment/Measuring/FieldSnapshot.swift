/// Truth and prediction of one scalar field at one time, for pictures. Row 0 is the bottom.
public struct FieldSnapshot: Codable, Sendable, Equatable {
  /// The sample, as in `cavity/bc/case0007, roll-out step 20`.
  public let title: String
  /// The quantity, as in `speed`.
  public let quantity: String
  /// Its unit, as in `m/s`.
  public let unit: String
  /// Rows.
  public let height: Int
  /// Columns.
  public let width: Int
  /// The truth, row-major.
  public let expected: [Float]
  /// The prediction, row-major.
  public let predicted: [Float]
  /// The roll-out that it is a frame of, as in `cavity/bc/case0007, median case`; nil when of none.
  public let course: String?
  /// The step of that roll-out, from 1; nil when of none.
  public let step: Int?

  /// A snapshot; `course` and `step` belong together.
  public init(
    title: String, quantity: String, unit: String, height: Int, width: Int, expected: [Float],
    predicted: [Float], course: String? = nil, step: Int? = nil
  ) {
    self.title = title
    self.quantity = quantity
    self.unit = unit
    self.height = height
    self.width = width
    self.expected = expected
    self.predicted = predicted
    self.course = course
    self.step = step
  }
}
