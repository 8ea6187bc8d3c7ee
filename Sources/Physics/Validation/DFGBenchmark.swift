/// The benchmarks 2D-1 to 2D-3 of Schaefer & Turek 1996, "Benchmark computations of laminar flow around
/// a cylinder", Notes on Numerical Fluid Mechanics 52, 547-566: their case and published values.
///
/// The point values of 2D-1 and the last cycle of 2D-2 are those that the FEATFLOW project gives for
/// its finest meshes, those of 2D-3 from John 2004, Int. J. Numer. Methods Fluids 44, 777-788, all as
/// quoted by public codes.
public enum DFGBenchmark {
  /// A cylinder of diameter 0.1 m a little below the middle of a channel 2.2 m long and 0.41 m high;
  /// viscosity 1e-3 and density 1 in SI units.
  public static func flow(meanVelocity: Double, profile: InletProfile) -> CylinderCase {
    CylinderCase(
      inletVelocity: meanVelocity, density: 1, viscosity: 1e-3, diameter: 0.1, upstream: 0.2,
      downstream: 2, below: 0.2, above: 0.21, profile: profile)
  }

  /// 2D-1: steady, Re 20.
  public static let steady = flow(meanVelocity: 0.2, profile: .parabolic)
  /// 2D-2: a periodic wake at Re 100.
  public static let periodic = flow(meanVelocity: 1, profile: .parabolic)
  /// 2D-3: one pulse of 8 s with Re 100 at its peak.
  public static let pulsed = flow(meanVelocity: 1, profile: .parabolicPulse(duration: 8))

  /// A grid for the benchmarks, all of whose widths shrink together.
  public static func resolution(cellsPerDiameter: Double) -> CylinderResolution {
    let growth = 1 + 0.72 / cellsPerDiameter
    return CylinderResolution(
      cellsPerDiameter: cellsPerDiameter, growth: growth, wakeGrowth: growth,
      largestWidth: 6 / cellsPerDiameter)
  }

  /// 2D-2: when the wake has become periodic, and the end of the run, in s.
  public static let periodicTimes = (start: 6.0, end: 7.2)
  /// 2D-2: the largest drag, the range of the lift and the Strouhal number.
  public static let periodicWake = [
    periodicDrag, periodicLiftRange, periodicStrouhalNumber,
  ]

  /// 2D-1: the drag coefficient.
  static let steadyDrag = 5.57953523384
  /// 2D-1: the lift coefficient.
  static let steadyLift = 0.010618948146
  /// 2D-1: the pressure difference, in Pa.
  static let steadyPressureDifference = 0.11752016697
  /// 2D-2: the largest drag coefficient.
  static let periodicDrag = 3.227393
  /// 2D-2: the largest lift coefficient less the least.
  static let periodicLiftRange = 2.007871
  /// 2D-2: the Strouhal number.
  static let periodicStrouhalNumber = 0.301841
  /// 2D-3: the largest drag coefficient.
  static let pulsedDrag = 2.950921575
  /// 2D-3: the largest lift coefficient.
  static let pulsedLift = 0.47795
  /// 2D-3: the pressure difference at 8 s, in Pa.
  static let pulsedPressureDifference = -0.1116
}
