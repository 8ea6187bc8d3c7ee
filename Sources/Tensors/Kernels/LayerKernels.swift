/// Losses of pairs of numbers, recurrent cells, dropout and rectification (CKernelsCells.h, CKernels.h).
public struct LayerKernels<S>: Sendable {
  /// Σ over `count` pairs of the loss of p given y, in Double.
  public typealias LossSum =
    @Sendable (_ loss: PairLoss, _ count: Int, _ p: UnsafePointer<S>, _ y: UnsafePointer<S>) ->
    Double
  /// slope = factor · the derivative of the loss by p.
  public typealias LossSlope =
    @Sendable (
      _ loss: PairLoss, _ count: Int, _ factor: S, _ p: UnsafePointer<S>, _ y: UnsafePointer<S>,
      _ slope: UnsafeMutablePointer<S>
    ) -> Void
  /// One step of gated recurrent units.
  public typealias GRUCell =
    @Sendable (
      _ rows: Int, _ width: Int, _ input: UnsafePointer<S>, _ hidden: UnsafePointer<S>,
      _ state: UnsafePointer<S>, _ kept: UnsafeMutablePointer<S>, _ next: UnsafeMutablePointer<S>
    ) -> Void
  /// The gradients of one step of gated recurrent units.
  public typealias GRUCellBackward =
    @Sendable (
      _ rows: Int, _ width: Int, _ kept: UnsafePointer<S>, _ state: UnsafePointer<S>,
      _ gradient: UnsafeMutablePointer<S>, _ input: UnsafeMutablePointer<S>,
      _ hidden: UnsafeMutablePointer<S>
    ) -> Void
  /// One step of long short-term memory.
  public typealias LSTMCell =
    @Sendable (
      _ rows: Int, _ width: Int, _ input: UnsafePointer<S>, _ hidden: UnsafePointer<S>,
      _ cell: UnsafePointer<S>, _ kept: UnsafeMutablePointer<S>,
      _ nextCell: UnsafeMutablePointer<S>, _ next: UnsafeMutablePointer<S>
    ) -> Void
  /// The gradients of one step of long short-term memory.
  public typealias LSTMCellBackward =
    @Sendable (
      _ rows: Int, _ width: Int, _ kept: UnsafePointer<S>, _ cell: UnsafePointer<S>,
      _ nextCell: UnsafePointer<S>, _ gradient: UnsafePointer<S>,
      _ cellGradient: UnsafeMutablePointer<S>, _ gates: UnsafeMutablePointer<S>
    ) -> Void
  /// y = scale x, or 0 where the bits of `seed` and the index are below `threshold`.
  public typealias Dropout =
    @Sendable (
      _ count: Int, _ seed: UInt64, _ threshold: UInt32, _ scale: S, _ x: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// Σ of a loss
  public let lossSum: LossSum
  /// The slope of a loss
  public let lossSlope: LossSlope
  /// Gates r, z, n
  public let gruCell: GRUCell
  /// From the gradient by the next state those by the gates, and in its place that by the state
  public let gruCellBackward: GRUCellBackward
  /// Gates i, f, g, o
  public let lstmCell: LSTMCell
  /// From the gradients by the next state and cell those by the gates and by the cell
  public let lstmCellBackward: LSTMCellBackward
  /// The same for a value and for its gradient
  public let dropout: Dropout
  /// y = max(x, mean of its row)
  public let meanRelu: FunctionKernels<S>.Rows
  /// With y the gradient by the value of `meanRelu`: y <- that by x
  public let meanReluBackward: FunctionKernels<S>.Rows
}
