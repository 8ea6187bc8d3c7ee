/// What holds at the two ends of an axis, and where the grid points lie then.
public enum BoxBoundary: Sendable {
  /// u = 0; points lie inside, L/(n+1) apart.
  case dirichlet
  /// ∂u/∂n = 0; points lie from end to end, L/(n−1) apart.
  case neumann
  /// u repeats; points begin at one end, L/n apart.
  case periodic

  /// The distance of `count` points on a side of `length`.
  func spacing(_ count: Int, length: Double) -> Double {
    switch self {
    case .dirichlet: length / Double(count + 1)
    case .neumann: length / Double(count - 1)
    case .periodic: length / Double(count)
    }
  }

  /// The points of a grid with every second one, or nil when they do not fit.
  func coarse(_ count: Int) -> Int? {
    switch self {
    case .dirichlet: count % 2 == 1 && count >= 3 ? (count - 1) / 2 : nil
    case .neumann: count % 2 == 1 && count >= 3 ? (count + 1) / 2 : nil
    case .periodic: count % 2 == 0 && count >= 4 ? count / 2 : nil
    }
  }

  /// The point of the finer grid where point `index` of the coarser one lies.
  func fine(_ index: Int) -> Int { self == .dirichlet ? 2 * index + 1 : 2 * index }
}
