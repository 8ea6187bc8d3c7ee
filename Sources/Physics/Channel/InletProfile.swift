#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the velocity is spread over an inlet and in time.
public enum InletProfile: Sendable, Codable, Equatable {
  /// The same everywhere, from time 0 on.
  case uniform
  /// The developed profile 6 y (H - y) / H^2 over an inlet of height H, from time 0 on.
  case parabolic
  /// The developed profile times sin(pi t / `duration`), with `duration` in s.
  case parabolicPulse(duration: Double)

  /// The velocity over its mean (of the pulse: at its peak), at `fraction` of the height and `time`.
  func shape(at fraction: Double, time: Double) -> Double {
    switch self {
    case .uniform: 1
    case .parabolic: 6 * fraction * (1 - fraction)
    case .parabolicPulse(let duration):
      6 * fraction * (1 - fraction) * sin(.pi * time / duration)
    }
  }

  /// The mean of the shape over the part of the height from `start` to `end`, which an inlet face
  /// carries so that the whole inflow is exact.
  func mean(from start: Double, to end: Double, time: Double) -> Double {
    func integral(_ f: Double) -> Double { f * f * (3 - 2 * f) }
    guard self != .uniform else { return 1 }
    let parabola = (integral(end) - integral(start)) / (end - start)
    return parabola * shape(at: 0.5, time: time) / 1.5
  }
}
