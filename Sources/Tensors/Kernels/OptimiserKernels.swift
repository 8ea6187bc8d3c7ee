/// Steps of optimisers over `count` parameters.
public struct OptimiserKernels<S>: Sendable {
  /// One step of Adam.
  public typealias Adam =
    @Sendable (
      _ count: Int, _ constants: AdamConstants, _ gradient: UnsafePointer<S>,
      _ means: UnsafeMutablePointer<S>, _ squares: UnsafeMutablePointer<S>,
      _ values: UnsafeMutablePointer<S>
    ) -> Void

  /// One step of Adam.
  public let adam: Adam
}
