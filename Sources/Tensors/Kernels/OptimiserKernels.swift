public import CKernels

/// Steps of optimisers over `count` parameters, and what goes with them (CKernelsOptimisers.h).
public struct OptimiserKernels<S>: Sendable {
  /// One step of Adam.
  public typealias Adam =
    @Sendable (
      _ count: Int, _ constants: AdamConstants, _ gradient: UnsafePointer<S>,
      _ means: UnsafeMutablePointer<S>, _ squares: UnsafeMutablePointer<S>,
      _ values: UnsafeMutablePointer<S>
    ) -> Void
  /// A rule that keeps one number a parameter.
  public typealias Rule1 =
    @Sendable (
      _ count: Int, _ rule: assay_update_rule, _ gradient: UnsafePointer<S>,
      _ moment: UnsafeMutablePointer<S>, _ values: UnsafeMutablePointer<S>
    ) -> Void
  /// A rule that keeps two numbers a parameter.
  public typealias Rule2 =
    @Sendable (
      _ count: Int, _ rule: assay_update_rule, _ gradient: UnsafePointer<S>,
      _ first: UnsafeMutablePointer<S>, _ second: UnsafeMutablePointer<S>,
      _ values: UnsafeMutablePointer<S>
    ) -> Void

  /// One step of Adam.
  public let adam: Adam
  /// One step of heavy-ball momentum.
  public let momentum: Rule1
  /// One step of Nesterov's momentum.
  public let nesterov: Rule1
  /// One step of AdaMax.
  public let adaMax: Rule2
  /// One step of AdaBelief.
  public let adaBelief: Rule2
  /// y = a y + b x
  public let blend:
    @Sendable (
      _ count: Int, _ a: S, _ b: S, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// x = min(max(x, -bound), bound)
  public let clamp: @Sendable (_ count: Int, _ bound: S, _ x: UnsafeMutablePointer<S>) -> Void
  /// Σ a b, in Double with a fixed order of partial sums
  public let dot: @Sendable (_ count: Int, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>) -> Double
  /// Σ |x|, in Double with a fixed order of partial sums
  public let absoluteSum: @Sendable (_ count: Int, _ x: UnsafePointer<S>) -> Double
  /// max |x|
  public let largest: @Sendable (_ count: Int, _ x: UnsafePointer<S>) -> S
}
