/// A simulated flow that starts at time 0 and of which frames can be taken: what a dataset is made of.
///
/// A value: copies are independent, and the same calls give the same bits on the same machine.
public protocol TransientFlow {
  /// The physical time reached, in s.
  var time: Double { get }
  /// Advances to `time` seconds exactly.
  /// - Throws: `FlowDivergence` when a velocity is no longer a number or grows beyond all bounds.
  mutating func advance(to time: Double) throws
  /// The velocity at the cell centres of a uniform `rows` x `columns` grid over the output window.
  func sampled(rows: Int, columns: Int) -> SampledVelocity
  /// What was conserved so far, and how well.
  var ledger: ConservationLedger { get }
}
