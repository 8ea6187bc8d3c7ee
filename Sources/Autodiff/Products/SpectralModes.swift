/// How many of the lowest Fourier modes a spectral convolution keeps.
public struct SpectralModes: Sendable, Equatable {
  /// m1: modes of either sign along the height.
  public let alongHeight: Int
  /// m2: modes along the width, from 0 on.
  public let alongWidth: Int

  /// A number of modes.
  public init(alongHeight: Int, alongWidth: Int) {
    self.alongHeight = alongHeight
    self.alongWidth = alongWidth
  }

  /// The number of complex modes: 2 m1 m2.
  public var count: Int { 2 * alongHeight * alongWidth }
}
