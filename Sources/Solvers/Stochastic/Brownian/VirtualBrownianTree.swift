import CKernels
import Randomness
import Tensors

/// Independent Brownian motions W with their integrals A(t) = ∫ W ds, at any time of a span, in any
/// order, always the same path: a function of a random stream (after Li et al., AISTATS 2020, and
/// Jelincic, Foster & Kidger 2024 for the pair).
///
/// Intervals are halved down to a leaf. Of an interval of length h are known the increment w and the
/// space-time Levy area H = (1/h) ∫ (W - chord) ~ N(0, h/12). Its middle x = w/2 + 3/2 H + √h/4 N₁;
/// the areas of the halves are (H/2 - √h/4 N₁ ± √(h/12) N₂) / 2. Within a leaf each time is drawn from its
/// exact law given the leaf, from one pair of normals, so that moments are exact at every time.
public final class VirtualBrownianTree {
  /// The number of motions.
  public let count: Int
  /// From when to when; W is 0 at its start.
  public let span: ClosedRange<Double>
  private let depth: Int
  private let stream: RandomStream
  /// The intervals from the whole span down to where the last query ended.
  private var levels: [BrownianInterval]
  private var current = 0
  private let normals: (first: Buffer<Double>, second: Buffer<Double>)
  /// W and A at the time asked for last.
  private let value: (motion: Buffer<Double>, integral: Buffer<Double>)
  /// W and A at the start of the increment asked for.
  private let start: (motion: Buffer<Double>, integral: Buffer<Double>)

  /// Paths of `count` motions that `stream` names.
  ///
  /// - Parameters:
  ///   - count: the number of independent motions, for example paths times dimensions
  ///   - span: from when to when
  ///   - stream: what makes the path this one; how much was drawn from it does not matter
  ///   - depth: how often the span is halved, 1 to 40
  public init(count: Int, span: ClosedRange<Double>, stream: RandomStream, depth: Int = 18) {
    Requirement.check((1...40).contains(depth), "a tree of depth \(depth) cannot be made")
    self.count = count
    self.span = span
    self.depth = depth
    self.stream = stream
    levels = (0...depth).map { _ in BrownianInterval(count: count) }
    normals = (Buffer(count: count), Buffer(count: count))
    value = (Buffer(count: count), Buffer(count: count))
    start = (Buffer(count: count), Buffer(count: count))
    draw(1)
    levels[0].makeRoot(span, normals.first.start, normals.second.start)
  }

  /// W(t) and A(t), t within the span.
  public func values(at time: Double) -> (motion: [Double], integral: [Double]) {
    query(time)
    return (value.motion.values, value.integral.values)
  }

  /// Writes I₍₁₎ = W(t) - W(s) and I₍₁,₀₎ = ∫ₛᵗ (W - W(s)) for s < t within the span.
  public func increment(
    from s: Double, to t: Double, motion: UnsafeMutablePointer<Double>,
    integral: UnsafeMutablePointer<Double>
  ) {
    query(s)
    start.motion.start.update(from: value.motion.start, count: count)
    start.integral.start.update(from: value.integral.start, count: count)
    query(t)
    for i in 0..<count {
      motion[i] = value.motion.start[i] - start.motion.start[i]
      integral[i] =
        value.integral.start[i] - start.integral.start[i] - start.motion.start[i] * (t - s)
    }
  }

  /// Two normal numbers for each motion. The root's stream is 1, that of the halves of node n is 2 n,
  /// that of the times within a leaf n is 2 n + 1, which no node divides.
  private func draw(_ index: Int) {
    var source = stream.stream(index)
    for i in 0..<count {
      let radius = (-2 * assay_scalar_log(1 - source.uniform())).squareRoot()
      let angle = 2 * Double.pi * source.uniform()
      normals.first.start[i] = radius * assay_scalar_cos(angle)
      normals.second.start[i] = radius * assay_scalar_sin(angle)
    }
  }

  private func query(_ time: Double) {
    Requirement.check(span.contains(time), "the path has no time \(time) outside \(span)")
    while current > 0 && !levels[current].contains(time) { current -= 1 }
    while current < depth && !levels[current].ends(at: time) {
      let interval = levels[current]
      draw(2 * interval.node)
      levels[current + 1].makeHalf(
        of: interval, holding: time, normals.first.start, normals.second.start)
      current += 1
    }
    if !levels[current].ends(at: time) { draw(2 * levels[current].node + 1) }
    levels[current].evaluate(
      time, normals.first.start, normals.second.start, motion: value.motion.start,
      integral: value.integral.start)
  }
}
