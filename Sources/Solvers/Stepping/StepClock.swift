/// Where steps must end: at the end of the span, at asked-for times, on the grid of fixed steps.
struct StepClock {
  /// A step that would leave less than this part of itself before a stop goes to the stop.
  private static let sliver = 1e-10

  let start: Double
  let end: Double
  private let stops: [Double]
  private let fixedCount: Int
  private let ends: [Double]

  init(span: ClosedRange<Double>, options: SolveOptions) {
    start = span.lowerBound
    end = span.upperBound
    let asked = options.times
    precondition(
      zip(asked, asked.dropFirst()).allSatisfy(<) && asked.allSatisfy(span.contains),
      "times to save must increase and lie within \(span)")
    if case .hit(let times) = options.saving { stops = times } else { stops = [] }
    switch options.steps {
    case .fixed(let size, _):
      precondition(size > 0, "a step of \(size) leads nowhere")
      fixedCount = max(1, Int(((end - start) / size * (1 - Self.sliver)).rounded(.up)))
      ends = []
    case .given(let ends, _):
      precondition(zip(ends, ends.dropFirst()).allSatisfy(<), "the ends of steps must increase")
      fixedCount = 0
      self.ends = ends
    case .adaptive:
      fixedCount = 0
      ends = []
    }
  }

  private func nextStop(after time: Double) -> Double {
    stops.first { $0 > time } ?? end
  }

  /// The next point of the grid of equal steps or of the given ends, or a stop before it.
  func nextFixedTarget(after time: Double) -> Double {
    if fixedCount == 0 {
      return min(ends.first { $0 > time } ?? end, end, nextStop(after: time))
    }
    let width = (end - start) / Double(fixedCount)
    let index = Int(((time - start) / width * (1 + Self.sliver)).rounded(.down)) + 1
    let point = index >= fixedCount ? end : start + width * Double(index)
    return min(point, nextStop(after: time))
  }

  /// Where a step of size `proposed` ends.
  func adaptiveTarget(after time: Double, proposed: Double) -> Double {
    let stop = nextStop(after: time)
    return time + proposed * (1 + Self.sliver) >= stop ? stop : time + proposed
  }
}
