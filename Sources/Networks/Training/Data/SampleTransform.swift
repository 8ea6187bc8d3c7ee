import Randomness

/// A change to each sample as it is put into a training batch, such as a random flip.
public struct SampleTransform: Sendable {
  /// Changes one sample.
  public typealias Change =
    @Sendable (_ sample: PlacedSample, _ random: inout RandomStream) -> Void

  /// Names its random stream.
  public let name: String
  /// Changes one sample with numbers of a stream of its own, named by the transform, the step and the
  /// sample's position in the batch.
  public let change: Change

  /// A transform.
  public init(_ name: String, _ change: @escaping Change) {
    self.name = name
    self.change = change
  }
}
