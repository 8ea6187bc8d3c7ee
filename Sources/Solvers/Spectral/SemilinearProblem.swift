/// u_t = L u + M g(u) in a periodic box, with L and M diagonal in Fourier modes and g pointwise.
public struct SemilinearProblem: Sendable {
  /// g: reads `count` numbers of u (a point's pair lies side by side) and writes as many.
  public typealias Pointwise =
    @Sendable (
      _ u: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int
    ) -> Void

  /// The box.
  public let grid: SpectralGrid
  /// L.
  public let linear: SpectralSymbol
  /// M, with zeros for modes that dealiasing removes.
  public let outer: SpectralSymbol
  /// g.
  public let pointwise: Pointwise
  /// What is done against aliases.
  public let dealiasing: Dealiasing

  /// The equation u_t = `linear` u + `outer` g(u) with g = `pointwise`.
  public init(
    grid: SpectralGrid, linear: SpectralSymbol, outer: SpectralSymbol,
    dealiasing: Dealiasing = .none, pointwise: @escaping Pointwise
  ) {
    self.grid = grid
    self.linear = linear
    self.pointwise = pointwise
    self.dealiasing = dealiasing
    var kept = outer
    for mode in 0..<grid.modeCount where dealiasing == .twoThirds && !Self.keeps(mode, of: grid) {
      kept[mode] = ComplexNumber(0)
    }
    self.outer = kept
  }

  /// Whether the two-thirds rule keeps `mode`: 3 |waves| < points along every axis.
  static func keeps(_ mode: Int, of grid: SpectralGrid) -> Bool {
    var rest = mode
    for axis in grid.modeCounts.indices.reversed() {
      let waves = grid.waves(rest % grid.modeCounts[axis], axis: axis)
      if 3 * abs(waves) >= grid.counts[axis] { return false }
      rest /= grid.modeCounts[axis]
    }
    return true
  }
}
