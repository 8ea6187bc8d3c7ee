import Autodiff

/// Which components of the velocity a point network reads and predicts.
public enum VelocityChannels: String, Codable, Sendable, CaseIterable {
  /// u alone, as CFDBench published its point networks. v passes through unchanged, or is 0 where
  /// there is no last velocity.
  case u
  /// Both.
  case velocity

  /// The number of components.
  var count: Int { self == .u ? 1 : 2 }

  /// These components of a velocity [samples, 2, height, width].
  func components(of velocity: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    self == .u ? tape.channels(0..<1, of: velocity) : velocity
  }

  /// `components` with the v of `velocity` where they have only u.
  func completed(
    _ components: Variable<Float>, from velocity: Variable<Float>, on tape: Tape<Float>
  ) -> Variable<Float> {
    self == .u ? tape.joined([components, tape.channels(1..<2, of: velocity)]) : components
  }
}
