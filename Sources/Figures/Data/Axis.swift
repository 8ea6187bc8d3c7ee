import Canvas

/// What an axis shows.
public struct Axis: Sendable, Equatable {
  /// How numbers become places.
  public typealias Law = Scale.Law

  /// The title, with the unit.
  public var title: String
  /// How numbers become places.
  public var law: Law
  /// The numbers at its ends; nil for what the data span.
  public var range: ClosedRange<Double>?
  /// Marks with words in place of numbers; empty for numbers.
  public var marks: [Tick]

  /// An axis.
  public init(
    _ title: String, _ law: Law = .linear, range: ClosedRange<Double>? = nil, marks: [Tick] = []
  ) {
    self.title = title
    self.law = law
    self.range = range
    self.marks = marks
  }

  /// The scale: of the axis' own ends where it has some, else of `numbers`.
  func scale(holding numbers: [Double], air: Double = 0.04) -> Scale {
    guard let range else { return Scale(law, holding: numbers, air: air) }
    return Scale(law, from: range.lowerBound, to: range.upperBound)
  }

  var line: String { "\(law.rawValue) \(title)" }
}
