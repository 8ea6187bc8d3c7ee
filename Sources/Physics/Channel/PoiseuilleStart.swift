#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The exact flow of a fluid at rest between two walls on which a pressure gradient begins to act.
///
/// u(y, t) = G/(2 nu) y (H - y) - 4 G H^2 / (nu pi^3) sum over odd n of
/// sin(n pi y/H) / n^3 exp(-n^2 pi^2 nu t / H^2), with G the pressure gradient over the density.
struct PoiseuilleStart: WallMotion {
  /// G, in m/s^2.
  let acceleration: Double
  let kinematicViscosity: Double
  let height: Double

  /// The terms of the series that are summed; the next is below 1e-6 of the final velocity.
  private static let terms = 60

  var rightEnd: RightEnd { .outlet }

  /// The mean velocity in the end, in m/s.
  var finalMean: Double { acceleration * height * height / (12 * kinematicViscosity) }

  /// The velocity at `y` and `time`.
  func velocity(at y: Double, time: Double) -> Double {
    let scale = acceleration * height * height / kinematicViscosity
    let fraction = y / height
    let sum = (0..<PoiseuilleStart.terms).reduce(0.0) { sum, index in
      let n = Double(2 * index + 1)
      let decay = exp(-n * n * .pi * .pi * kinematicViscosity * time / (height * height))
      return sum + sin(n * .pi * fraction) / (n * n * n) * decay
    }
    return scale * (0.5 * fraction * (1 - fraction) - 4 / (Double.pi * .pi * .pi) * sum)
  }

  func impose(on velocity: StaggeredVelocity, of grid: StaggeredGrid, at time: Double) {
    for (j, y) in grid.rowAxis.centres.enumerated() {
      velocity.u.base[(j + 1) * grid.stride] = self.velocity(at: y, time: time)
    }
  }
}
