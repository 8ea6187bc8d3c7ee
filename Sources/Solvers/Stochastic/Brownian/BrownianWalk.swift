import CKernels
import Randomness
import Tensors

/// Brownian motions that are drawn as a solver goes, at the cost of two normal numbers a motion and
/// step: what a training step with new noise needs, where a `VirtualBrownianTree` draws some
/// twenty.
///
/// A step that is tried again smaller splits the increment that was drawn for it by the law of both
/// parts given the whole (rejection sampling with memory: Rackauckas & Nie, Discrete Contin. Dyn.
/// Syst. B 22, 2017, here for the pair of W and its integral), so that rejections bias nothing. The
/// path is a function of the stream and of the queries so far: solves that ask for other times see
/// other paths.
public final class BrownianWalk: BrownianPath {
  /// An increment between two times.
  private struct Piece {
    let start: Double
    let end: Double
    let motion: Buffer<Double>
    let integral: Buffer<Double>
  }

  /// The number of motions.
  public let count: Int
  /// From when to when.
  public private(set) var span: ClosedRange<Double>
  private var stream: RandomStream
  /// What is drawn from the start of the last query on, without gaps.
  private var pieces: [Piece] = []
  private var spare: [(Buffer<Double>, Buffer<Double>)] = []

  /// Motions that begin at the start of `span`.
  ///
  /// - Parameters:
  ///   - count: the number of independent motions
  ///   - span: from when to when
  ///   - stream: what the increments are drawn from
  public init(count: Int, span: ClosedRange<Double>, stream: RandomStream) {
    self.count = count
    self.span = span
    self.stream = stream
  }

  /// Begins anew, with other noise, in the memory of the old walk.
  public func restart(over span: ClosedRange<Double>, stream: RandomStream) {
    self.span = span
    self.stream = stream
    for piece in pieces { spare.append((piece.motion, piece.integral)) }
    pieces.removeAll(keepingCapacity: true)
  }

  /// Writes I₍₁₎ = W(t) - W(s) and I₍₁,₀₎ = ∫ₛᵗ (W - W(s)).
  ///
  /// s is the start of the span, of the last query or its end: a walk does not go back.
  public func increment(
    from s: Double, to t: Double, motion: UnsafeMutablePointer<Double>,
    integral: UnsafeMutablePointer<Double>
  ) {
    forget(before: s)
    let reached = pieces.last?.end ?? s
    Requirement.check(
      s < t && t <= span.upperBound && (pieces.first?.start ?? s) == s,
      "a walk over \(span) that stands at \(pieces.first?.start ?? s) has no increment \(s) to \(t)"
    )
    if reached < t { draw(from: reached, to: t) }
    let last = pieces.firstIndex { $0.end >= t } ?? pieces.count - 1
    if pieces[last].end > t { split(last, at: t) }
    motion.update(from: pieces[0].motion.start, count: count)
    integral.update(from: pieces[0].integral.start, count: count)
    for piece in pieces[1..<(last + 1)] {
      let length = piece.end - piece.start
      Double.elements.axpy(count, length, motion, integral)
      Double.elements.axpy(count, 1, piece.integral.start, integral)
      Double.elements.axpy(count, 1, piece.motion.start, motion)
    }
  }

  private func forget(before time: Double) {
    while let first = pieces.first, first.end <= time {
      spare.append((first.motion, first.integral))
      pieces.removeFirst()
    }
  }

  private func memory() -> (Buffer<Double>, Buffer<Double>) {
    spare.popLast() ?? (Buffer(count: count), Buffer(count: count))
  }

  private func draw(from start: Double, to end: Double) {
    let (motion, integral) = memory()
    assay_brownian_increments_f64(
      count, end - start, stream.next(), motion.start, integral.start)
    pieces.append(Piece(start: start, end: end, motion: motion, integral: integral))
  }

  private func split(_ index: Int, at time: Double) {
    let whole = pieces[index]
    let (first, firstIntegral) = memory()
    let (second, secondIntegral) = memory()
    let length = whole.end - whole.start
    assay_brownian_split_f64(
      count, length, (time - whole.start) / length, stream.next(), whole.motion.start,
      whole.integral.start, first.start, firstIntegral.start, second.start, secondIntegral.start)
    pieces[index] = Piece(start: time, end: whole.end, motion: second, integral: secondIntegral)
    pieces.insert(
      Piece(start: whole.start, end: time, motion: first, integral: firstIntegral), at: index)
    spare.append((whole.motion, whole.integral))
  }
}
