/// A field of arrows over a picture of their length.
public struct VectorPlot: Sendable, Equatable {
  /// How the arrows are shown.
  public enum Look: String, Sendable {
    /// An arrow for every few cells, as long as the field is strong.
    case arrows
    /// Lines that follow the field, about equally far apart.
    case streamlines
  }

  /// A picture.
  public struct Panel: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its arrows.
    public var field: VectorField

    /// A picture.
    public init(name: String, field: VectorField) {
      self.name = name
      self.field = field
    }
  }

  /// What the length of an arrow is, with the unit.
  public var quantity: String
  /// How the arrows are shown.
  public var look: Look
  /// The pictures, the truth first.
  public var panels: [Panel]

  /// A plot.
  public init(quantity: String, look: Look = .streamlines, panels: [Panel]) {
    self.quantity = quantity
    self.look = look
    self.panels = panels
  }

  /// The one scale of all pictures: from 0 to the largest length of the first.
  public var valueRange: ClosedRange<Double> {
    0...(panels.first?.field.speed.filter(\.isFinite).max().map(Double.init) ?? 0)
  }
}
