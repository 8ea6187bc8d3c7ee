import Tensors

/// Steps the modes of one problem with one step size, in buffers of its own.
public protocol SpectralStepper: AnyObject {
  /// h.
  var stepSize: Double { get }
  /// Evaluations of the nonlinear term so far.
  var evaluations: Int { get }
  /// modes(t) becomes modes(t + h).
  func step(_ modes: Buffer<Double>)
}

extension SpectralStepper {
  /// Makes `count` steps, or stops at the check that finds a number that is not finite.
  ///
  /// A single bad number spreads over all modes within one step, so looking at one mode now and then
  /// is enough.
  public func run(_ count: Int, on modes: Buffer<Double>) -> SpectralOutcome {
    let interval = 64
    for index in 1...max(count, 1) where count > 0 {
      step(modes)
      guard index % interval == 0 || index == count else { continue }
      if !(0..<modes.count).allSatisfy({ modes.start[$0].isFinite }) {
        return .notFinite(step: index)
      }
    }
    return .completed(steps: count)
  }
}
