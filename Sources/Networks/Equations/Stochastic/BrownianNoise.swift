import Randomness
import Solvers

/// The noise of one stochastic solve on a tape: a stream of its own for each pass.
///
/// A resource with identity: the tape's solve reads it, the caller says when there is other noise.
public final class BrownianNoise {
  /// When other noise is taken.
  public enum Renewal: Sendable {
    /// With every forward pass.
    case everyPass
    /// When the caller says `renew()`. A pass that is run again, by `Tape.firstNotFinite()` or by a
    /// checkpointed segment, then has the noise that it had.
    case byCaller
  }

  /// What the motions are.
  public enum Path: Sendable {
    /// Drawn as the solver goes: two normal numbers a motion and step. Passes with other steps see
    /// other paths of the same stream.
    case walk
    /// A function of time, whatever the steps: for gradients along a fixed path; some ten times as
    /// expensive.
    case tree
  }

  /// When other noise is taken; may be changed at any time.
  public var renewal: Renewal
  /// What the motions are.
  public let path: Path
  /// How often there was other noise: the name of the noise at hand under the stream.
  public private(set) var draw = 0
  private var root: RandomStream
  private var isUsed = false

  /// Noise from the streams under `stream`, one for each pass.
  public init(_ stream: RandomStream, renewal: Renewal = .everyPass, path: Path = .walk) {
    root = stream
    self.renewal = renewal
    self.path = path
  }

  /// The stream of the noise at hand.
  public var stream: RandomStream { root.stream(draw) }

  /// Takes other noise from the next pass on.
  public func renew() {
    draw += 1
    isUsed = false
  }

  /// Takes the noise under `stream` from the next pass on, such as that of a training step: it then depends
  /// on the step alone, not on how many passes there were.
  public func restart(under stream: RandomStream) {
    root = stream
    draw = 0
    isUsed = false
  }

  /// Marks the beginning of a pass.
  func begin() {
    if isUsed && renewal == .everyPass { draw += 1 }
    isUsed = true
  }
}
