/// Successive frames of one case on the cells of its data, without the cells that are added for models.
struct WindowCourse {
  /// What the case is.
  let parameters: FlowParameters
  /// Cells along each side.
  let size: Int
  /// Seconds from one frame to the next.
  let frameInterval: Double
  /// By frame, row-major, row 0 at the bottom, in m/s.
  let u: [[Double]]
  /// Likewise.
  let v: [[Double]]

  /// A course from fields on `layout`, u then v each.
  init(
    _ fields: [ArraySlice<Float>], of parameters: FlowParameters, on layout: FlowLayout,
    frameInterval: Double
  ) {
    func window(_ field: ArraySlice<Float>) -> [Double] {
      layout.window(Array(field)).map { Double($0) }
    }
    self.parameters = parameters
    self.frameInterval = frameInterval
    size = layout.size
    u = fields.map { window($0.prefix(layout.cells)) }
    v = fields.map { window($0.dropFirst(layout.cells)) }
  }

  /// Extent of a cell along x, in m.
  var dx: Double { parameters.windowWidth / Double(size) }
  /// Extent of a cell along y, in m.
  var dy: Double { parameters.windowHeight / Double(size) }
}
