#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A disc of water that a vortex stretches and, turning back, restores: the test of the advection of
/// volume fractions by Rider & Kothe 1998, J. Comput. Phys. 141, 112.
///
/// psi = sin^2(pi x) sin^2(pi y) cos(pi t / T) / pi on the unit box; a disc of radius 0.15 about
/// (0.5, 0.75). At t = T it should be back.
public struct ReversedVortex: Sendable {
  /// The time T after which the disc is back.
  public var period = 2.0
  /// Step times the largest |u|/dx + |v|/dy.
  public var courantNumber = 0.45

  /// What is left after one period.
  public struct Outcome: Sendable, Equatable {
    /// The area in which the final and the first fractions differ, over the disc's area.
    public let relativeError: Double
    /// The change of area over the disc's area.
    public let relativeVolumeError: Double
    /// The lowest and highest fraction.
    public let range: ClosedRange<Double>
  }

  /// The vortex with its standard numbers.
  public init() {}

  /// One period on `cells` x `cells` cells.
  public func outcome(cells: Int) -> Outcome {
    let axis = GridAxis(cells: cells, length: 1)
    let grid = StaggeredGrid(columns: axis, rows: axis)
    let side = [SideCondition](repeating: .wall, count: cells)
    let fraction = VolumeFraction(domain: TwoPhaseDomain(grid: grid, left: side, right: side))
    fraction.fillDisc(x: 0.5, y: 0.75, radius: 0.15)
    let start = fraction.values.values
    let volume = fraction.volume
    let velocity = StaggeredVelocity(on: grid)
    // |u| + |v| of the stream function is at most about 1.26.
    let steps = Int((1.3 * period * Double(cells) / courantNumber).rounded(.up))
    let step = period / Double(steps)
    for index in 0..<steps {
      set(velocity, on: grid, at: (Double(index) + 0.5) * step)
      advance(fraction, velocity, step: step, isEven: index % 2 == 0)
    }
    let change = zip(fraction.values.values, start).reduce(0) { $0 + abs($1.0 - $1.1) }
    let inner = (1...cells).flatMap { j in
      (1...cells).map { fraction.values.base[j * grid.stride + $0] }
    }
    return Outcome(
      relativeError: change / Double(cells * cells) / volume,
      relativeVolumeError: abs(fraction.volume - volume) / volume,
      range: (inner.min() ?? 0)...(inner.max() ?? 0))
  }

  /// The least-squares order of the error.
  public func observedOrder(cells: [Int]) -> Double {
    ObservedOrder.fitted(
      sizes: cells.map { 1 / Double($0) }, errors: cells.map { outcome(cells: $0).relativeError })
  }

  private func advance(
    _ fraction: VolumeFraction, _ velocity: StaggeredVelocity, step: Double, isEven: Bool
  ) {
    fraction.fillGhosts(velocity)
    fraction.beginStep()
    let order: [SweepDirection] = isEven ? [.horizontal, .vertical] : [.vertical, .horizontal]
    for direction in order {
      fraction.sweep(
        direction, velocity: direction == .horizontal ? velocity.u : velocity.v, step: step)
      fraction.fillGhosts(velocity)
    }
  }

  private func set(_ velocity: StaggeredVelocity, on grid: StaggeredGrid, at time: Double) {
    let (n, s, h) = (grid.columns, grid.stride, 1 / Double(grid.columns))
    let amplitude = cos(.pi * time / period) / .pi
    let squares = (0...n).map { index in
      let wave = sin(.pi * Double(index) * h)
      return wave * wave
    }
    for j in 1...n {
      for i in 0...n {
        velocity.u.base[j * s + i] = amplitude * squares[i] * (squares[j] - squares[j - 1]) / h
      }
    }
    for j in 0...n {
      for i in 1...n {
        velocity.v.base[j * s + i] = -amplitude * squares[j] * (squares[i] - squares[i - 1]) / h
      }
    }
  }
}
