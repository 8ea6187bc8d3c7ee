import CKernels

/// Weighted sums of velocities minus a pressure gradient, with its argument lists kept in memory so
/// that a step allocates nothing.
final class FieldCombination {
  private let grid: StaggeredGrid
  private let weights: NumberBuffer
  private let u: UnsafeMutablePointer<UnsafePointer<Double>?>
  private let v: UnsafeMutablePointer<UnsafePointer<Double>?>
  private var count = 0
  private static let capacity = 5

  init(grid: StaggeredGrid) {
    self.grid = grid
    weights = NumberBuffer(count: FieldCombination.capacity)
    u = .allocate(capacity: FieldCombination.capacity)
    v = .allocate(capacity: FieldCombination.capacity)
    u.initialize(repeating: nil, count: FieldCombination.capacity)
    v.initialize(repeating: nil, count: FieldCombination.capacity)
  }

  deinit {
    u.deallocate()
    v.deallocate()
  }

  /// Empties the sum.
  func clear() { count = 0 }

  /// Adds `weight` times `field` to the sum.
  func append(_ field: StaggeredVelocity, weight: Double) {
    precondition(count < FieldCombination.capacity, "a stage has at most five terms")
    weights.base[count] = weight
    u[count] = UnsafePointer(field.u.base)
    v[count] = UnsafePointer(field.v.base)
    count += 1
  }

  /// Writes the sum minus `slope` grad(`pressure`) to the inner faces of `target`.
  func write(to target: StaggeredVelocity, slope: Double, pressure: NumberBuffer) {
    precondition(count >= 2, "a stage has at least two terms")
    grid.withMetrics { metrics in
      let (terms, w) = (Int32(count), weights.base)
      flow_combine_u(metrics, target.u.base, terms, u, w, slope, pressure.base)
      flow_combine_v(metrics, target.v.base, terms, v, w, slope, pressure.base)
    }
  }
}
