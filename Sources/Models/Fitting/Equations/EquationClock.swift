import Networks
import Randomness

/// When the solves of a graph begin, end and save; may change from pass to pass.
///
/// A resource with identity: it moves the solves that follow it.
final class EquationClock {
  private struct Follower {
    let solve: TapedSolve<Float>
    let fixedSteps: Int
  }

  /// From t₀ to t₁.
  private(set) var span: ClosedRange<Double>
  /// The saved times; the end alone without any.
  private(set) var times: [Double]
  private var followers: [Follower] = []

  init(span: ClosedRange<Double>, times: [Double]) {
    self.span = span
    self.times = times
  }

  /// Lets `solve`, which takes equal steps or adaptive ones (0), follow.
  func lead(_ solve: TapedSolve<Float>, fixedSteps: Int) {
    followers.append(Follower(solve: solve, fixedSteps: fixedSteps))
  }

  /// Lets all passes from the next one on save at `times`, increasing, and begin and end with these.
  func set(times: [Double]) {
    guard let first = times.first, let last = times.last, first < last else { return }
    (span, self.times) = (first...last, times)
    retime(over: span, saving: times)
  }

  /// Lets the next pass end elsewhere, or save at other times: STEER (Ghosh et al., NeurIPS 2020), and for
  /// saved times its form in the code of Pal et al. (2021).
  ///
  /// The end goes to t₁ ± `halfWidth` (t₁ - t₀), uniformly. Saved times tᵢ but the first go to
  /// tᵢ ± `halfWidth` (tᵢ - tᵢ₋₁) within the span and are put in order, as uneven ones may overtake.
  func steer(halfWidth: Double, from stream: inout RandomStream) {
    guard !times.isEmpty else {
      let reach = halfWidth * (span.upperBound - span.lowerBound)
      let end = span.upperBound + stream.uniform(from: -reach, to: reach)
      return retime(over: span.lowerBound...end, saving: [])
    }
    var moved = [times[0]]
    for (before, time) in zip(times, times.dropFirst()) {
      let reach = halfWidth * (time - before)
      moved.append(
        min(max(time + stream.uniform(from: -reach, to: reach), span.lowerBound), span.upperBound))
    }
    retime(over: span, saving: Self.increasing(moved.sorted(), within: span))
  }

  /// `times` in order with equal ones moved apart by the least distance.
  private static func increasing(_ times: [Double], within span: ClosedRange<Double>) -> [Double] {
    var apart = times
    for index in apart.indices.reversed() {
      let limit = index + 1 < apart.count ? apart[index + 1].nextDown : span.upperBound
      apart[index] = min(apart[index], limit)
    }
    return apart
  }

  private func retime(over span: ClosedRange<Double>, saving times: [Double]) {
    for follower in followers {
      follower.solve.retime(
        over: span, saving: times,
        fixedSize: follower.fixedSteps > 0
          ? EquationChoices.size(of: follower.fixedSteps, over: span) : nil)
    }
  }
}
