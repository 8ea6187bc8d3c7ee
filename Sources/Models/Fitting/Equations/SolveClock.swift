import Autodiff
import Networks
import Tensors

/// The times at which a solve is saved, when the samples bring them along: the same for all of them.
///
/// A resource with identity: its graph tells it of every batch.
final class SolveClock {
  /// 0, or NaN when the times of the batch are none: to be added to the initial state of the solve.
  let validity: Variable<Float>
  /// The times of the batch, or even ones from 0 to 1 when those are none.
  private(set) var times: [Double]
  /// Told of the times of every batch.
  var follower: (([Double]) -> Void)?

  /// Reads `times`, [samples, times], of every batch of `graph`.
  init(_ times: Variable<Float>, in graph: SampleGraph) {
    let (samples, count) = (times.shape[0], times.elementsPerSample)
    let even = (0..<count).map { Double($0) / Double(max(count - 1, 1)) }
    self.times = even
    let validity = graph.tape.constant([1])
    self.validity = validity
    graph.whenLoaded { [self] in
      let read = Self.times(times.value, samples: samples, count: count)
      validity.value[0] = read == nil ? .nan : 0
      self.times = read ?? even
      follower?(self.times)
    }
  }

  /// From the first time to the last.
  var span: ClosedRange<Double> { times[0]...times[times.count - 1] }

  /// The times of all samples, or nil when these differ, do not increase or are not finite.
  private static func times(
    _ values: UnsafePointer<Float>, samples: Int, count: Int
  ) -> [Double]? {
    let first = (0..<count).map { values[$0] }
    guard zip(first, first.dropFirst()).allSatisfy({ $0 < $1 }), first.allSatisfy(\.isFinite),
      (0..<samples * count).allSatisfy({ values[$0] == first[$0 % count] })
    else { return nil }
    return first.map { Double($0) }
  }
}
