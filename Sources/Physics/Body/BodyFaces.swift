/// The faces of one velocity component round a body, addressed by the face's place along its normal
/// and by the cell that it belongs to across it: the same words for u and v.
struct BodyFaces {
  /// Which component.
  enum Component: Sendable { case horizontal, vertical }

  let outline: CircleOutline
  /// The width of the square cells round the body, in m.
  let width: Double
  private let normalFaces: [Double]
  private let tangentFaces: [Double]
  private let component: Component
  private let stride: Int

  /// The faces of `component` on `grid`.
  init(_ component: Component, of grid: StaggeredGrid, outline: CircleOutline) {
    let (columns, rows) = (grid.columnAxis.faces, grid.rowAxis.faces)
    self.component = component
    self.outline = outline
    stride = grid.stride
    normalFaces = component == .horizontal ? columns : rows
    tangentFaces = component == .horizontal ? rows : columns
    let middle = columns.firstIndex { $0 > 0 } ?? 1
    width = columns[middle] - columns[middle - 1]
  }

  /// The places along the normal that may touch the body, with a margin.
  var normalWindow: Range<Int> { window(normalFaces, margin: 2) }

  /// The cells across the normal, counted from 1, that may touch the body, with a margin.
  var tangentWindow: Range<Int> {
    let places = window(tangentFaces, margin: 2)
    return places.lowerBound + 1..<places.upperBound
  }

  private func window(_ places: [Double], margin: Double) -> Range<Int> {
    let reach = outline.radius + margin * width
    let first = places.firstIndex { $0 >= -reach } ?? 0
    let last = places.lastIndex { $0 <= reach } ?? 0
    return first..<last + 1
  }

  /// The coordinate of the face along its normal.
  func position(_ normal: Int) -> Double { normalFaces[normal] }

  /// The coordinate of the middle of the face across its normal.
  func middle(_ tangent: Int) -> Double {
    0.5 * (tangentFaces[tangent - 1] + tangentFaces[tangent])
  }

  /// How the face meets the body.
  func face(_ normal: Int, _ tangent: Int) -> CutFace {
    let position = normalFaces[normal]
    return CutFace(
      openPart: outline.openPart(
        at: position, from: tangentFaces[tangent - 1], to: tangentFaces[tangent]),
      middleIsInside: outline.contains(position, middle(tangent)))
  }

  /// The flat index of the velocity on the face.
  func index(_ normal: Int, _ tangent: Int) -> Int {
    component == .horizontal ? tangent * stride + normal : normal * stride + tangent
  }

  /// Where the neighbours ahead and behind along the normal stand in a stencil (itself, right, left,
  /// above, below).
  var normalSlots: (Int, Int) { component == .horizontal ? (1, 2) : (3, 4) }
  /// The same across the normal.
  var tangentSlots: (Int, Int) { component == .horizontal ? (3, 4) : (1, 2) }
}
