/// Successive frames of one case on the cells of its data, without the cells that are added for models.
public struct WindowCourse: Sendable {
  /// What the case is.
  public let parameters: FlowParameters
  /// Cells along each side.
  public let size: Int
  /// Seconds from one frame to the next.
  public let frameInterval: Double
  /// u by frame, row-major, row 0 at the bottom, in m/s.
  public let u: [[Double]]
  /// v likewise.
  public let v: [[Double]]

  /// A course from `u` and `v`, fields of `size` x `size` cells by frame.
  public init(
    u: [[Double]], v: [[Double]], of parameters: FlowParameters, size: Int, frameInterval: Double
  ) {
    precondition(
      u.count == v.count && (u + v).allSatisfy { $0.count == size * size },
      "frames of \(size) x \(size) cells, as many of u as of v")
    self.u = u
    self.v = v
    self.parameters = parameters
    self.size = size
    self.frameInterval = frameInterval
  }

  /// A course from fields on `layout`, u then v each.
  init(
    _ fields: [ArraySlice<Float>], of parameters: FlowParameters, on layout: FlowLayout,
    frameInterval: Double
  ) {
    func window(_ field: ArraySlice<Float>) -> [Double] {
      layout.window(Array(field)).map { Double($0) }
    }
    self.init(
      u: fields.map { window($0.prefix(layout.cells)) },
      v: fields.map { window($0.dropFirst(layout.cells)) }, of: parameters, size: layout.size,
      frameInterval: frameInterval)
  }

  /// Extent of a cell along x, in m.
  var dx: Double { parameters.windowWidth / Double(size) }
  /// Extent of a cell along y, in m.
  var dy: Double { parameters.windowHeight / Double(size) }
}
