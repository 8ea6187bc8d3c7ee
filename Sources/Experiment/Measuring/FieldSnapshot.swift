/// Truth and prediction of one scalar field at one time, for pictures. Row 0 is the bottom.
public struct FieldSnapshot: Codable, Sendable, Equatable {
  /// A vector field in the plane beside its prediction, each [2, height, width]: x before y.
  public struct Vectors: Codable, Sendable, Equatable {
    /// The truth.
    public let expected: [Float]
    /// The prediction.
    public let predicted: [Float]

    /// A pair of fields.
    public init(expected: [Float], predicted: [Float]) {
      self.expected = expected
      self.predicted = predicted
    }
  }

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
  /// The vectors whose size or component this is, for streamlines; nil when they were not kept.
  public let vectors: Vectors?

  /// A snapshot; `course` and `step` belong together.
  public init(
    title: String, quantity: String, unit: String, height: Int, width: Int, expected: [Float],
    predicted: [Float], course: String? = nil, step: Int? = nil, vectors: Vectors? = nil
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
    self.vectors = vectors
  }
}
