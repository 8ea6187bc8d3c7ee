import CKernels
import Tensors

/// y = f((x - mean) γ / sqrt(variance + ε) + β), plane by plane, for x [samples, channels, …points].
///
/// The activation follows block by block, while a block is in cache, and the gradient by x takes the
/// place of that by y.
struct PlaneNormalisation<S: Scalar>: RememberingOperation {
  /// Whose means and variances.
  enum Source {
    /// Those of x.
    case input
    /// Those of x, which the running ones follow.
    case tracked(RunningStatistics<S>)
    /// The running ones.
    case running(RunningStatistics<S>)
  }

  let x: Variable<S>
  let scale: Variable<S>?
  let shift: Variable<S>?
  let shape: assay_normalisation
  let epsilon: Double
  let source: Source
  let stage: ActivationStage<S>
  let planes: PlaneCoefficients<S>

  /// Numbers that pass through all steps together: four of them fill half of a first-level cache.
  private var blockCount: Int { 2048 }
  private var planeCount: Int { shape.samples * shape.channels }
  private var isFixed: Bool {
    if case .running = source { return true }
    return false
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let z = stage.open(adopting: nil, pool)
    withUnsafePointer(to: shape) { shape in
      if case .running(let statistics) = source {
        statistics.read(planes.mean, planes.variance)
      } else {
        S.normalisations.moments(shape, x.value, planes.mean.start, planes.variance.start)
      }
      S.normalisations.coefficients(
        shape, epsilon, planes.mean.start, planes.variance.start, scale?.value, shift?.value,
        planes.centre.start, planes.scale.start, planes.shift.start)
    }
    forEachBlock { first, count in
      let start = first * shape.points
      S.normalisations.planes(
        count, shape.points, x.value + start, planes.centre.start + first,
        planes.scale.start + first, planes.shift.start + first, z + start)
      stage.finish(from: start, count: count * shape.points)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    forEachBlock { first, count in
      let start = first * shape.points
      let dz = stage.backward(from: start, count: count * shape.points)
      S.normalisations.sums(
        count, shape.points, x.value + start, planes.centre.start + first, dz,
        planes.sums.start + 2 * first)
    }
    let scaleGradient = scale.map { $0.gradientSlot(pool).cleared(count: $0.count) }
    let shiftGradient = shift.map { $0.gradientSlot(pool).cleared(count: $0.count) }
    withUnsafePointer(to: shape) { shape in
      S.normalisations.slopes(
        shape, epsilon, isFixed ? 1 : 0, planes.variance.start, scale?.value, planes.sums.start,
        scaleGradient, shiftGradient, planes.slope.start, planes.offset.start)
    }
    // here and not in the forward step, which a segment runs twice and a failed step in vain
    if case .tracked(let statistics) = source {
      statistics.track(planes.mean, planes.variance, count: shape.samples * shape.points)
    }
    guard x.isDifferentiable else { return }
    S.normalisations.planesBackward(
      planeCount, shape.points, x.value, planes.centre.start, stage.output.gradient,
      planes.scale.start, planes.slope.start, planes.offset.start, stage.output.gradient)
    x.receiveGradient(of: stage.output, pool)
  }

  private func forEachBlock(_ body: (_ first: Int, _ count: Int) -> Void) {
    let step = max(1, blockCount / max(shape.points, 1))
    for first in stride(from: 0, to: planeCount, by: step) {
      body(first, min(step, planeCount - first))
    }
  }
}
