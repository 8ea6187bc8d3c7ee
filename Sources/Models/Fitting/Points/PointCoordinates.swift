/// How the row and column of a grid point are told to a network.
public enum PointCoordinates: String, Codable, Sendable, CaseIterable {
  /// The indices.
  case raw
  /// (index - 50) / 100, as CFDBench's autoregressive DeepONets have it.
  case shifted
  /// From -1 at the first index to 1 at the last.
  case unit

  /// The coordinate of `index` among `count`.
  func value(of index: Int, among count: Int) -> Float {
    switch self {
    case .raw: Float(index)
    case .shifted: (Float(index) - 50) / 100
    case .unit: count > 1 ? 2 * Float(index) / Float(count - 1) - 1 : 0
    }
  }
}
