import Autodiff
import Networks
import Solvers
import Tensors

/// The paths X along which a controlled equation dz = f(z) dX is solved, one a sample: natural cubic splines
/// through what was observed (Kidger et al., *Neural Controlled Differential Equations*, NeurIPS 2020,
/// section 3.1).
///
/// Channels: the values, each through its own observations; how often each was observed so far, by the
/// number of times (the paper counts up to that number); the time. A path stays where it is from the
/// sample's last observation on, so that what pads a series changes nothing. Times are taken to [0, 1].
///
/// A resource with identity: its graph tells it of every batch.
final class ControlPath {
  /// X(0), [samples, channels].
  let start: Variable<Float>
  /// 2 features + 1.
  let channels: Int
  private let samples: Int
  private let features: Int
  /// The common times of the batch, from 0 to 1.
  private var times: [Double]
  /// X', X'' and X''' at the start of each interval: [sample, interval, 3, channel].
  private var slopes: [Double]

  private var intervals: Int { times.count - 1 }

  /// Reads the places `values` and `mask`, [samples, times, features], and `times`, [samples, times], of
  /// every batch of `graph`.
  init(
    values: Variable<Float>, mask: Variable<Float>, times: Variable<Float>, in graph: SampleGraph
  ) {
    (samples, features) = (values.shape[0], values.shape[2])
    channels = 2 * features + 1
    start = graph.tape.constant([samples, channels])
    self.times = (0..<times.shape[1]).map { Double($0) / Double(max(times.shape[1] - 1, 1)) }
    slopes = [Double](repeating: 0, count: samples * (times.shape[1] - 1) * 3 * channels)
    let clock = SolveClock(times, in: graph)
    graph.whenLoaded { [self] in read(values, mask, clock) }
  }

  private func read(_ values: Variable<Float>, _ mask: Variable<Float>, _ clock: SolveClock) {
    let span = clock.span
    times = clock.times.map {
      ($0 - span.lowerBound) / (span.upperBound - span.lowerBound)
    }
    let validity = Double(clock.validity.value[0])
    for sample in 0..<samples {
      let first = sample * times.count * features
      let paths = paths(values.value + first, mask.value + first)
      for (channel, path) in paths.enumerated() {
        start.value[sample * channels + channel] = Float(path.expansion(at: 0).value + validity)
        for interval in 0..<intervals {
          let expansion = path.expansion(at: times[interval])
          let place = (sample * intervals + interval) * 3 * channels + channel
          slopes[place] = expansion.first
          slopes[place + channels] = expansion.second
          slopes[place + 2 * channels] = expansion.third
        }
      }
    }
  }

  /// The channels of a sample.
  private func paths(
    _ values: UnsafePointer<Float>, _ mask: UnsafePointer<Float>
  ) -> [NaturalSpline] {
    func isObserved(_ time: Int, _ feature: Int) -> Bool { mask[time * features + feature] > 0 }
    let last = times.indices.last { time in
      (0..<features).contains { isObserved(time, $0) }
    }
    let known = Array(0..<(last ?? 0) + 1)
    var (observed, counted) = ([NaturalSpline](), [NaturalSpline]())
    for feature in 0..<features {
      let own = known.filter { isObserved($0, feature) }
      observed.append(
        NaturalSpline(
          times: own.map { times[$0] },
          values: own.map { Double(values[$0 * features + feature]) }))
      var count = 0.0
      let counts = known.map { time in
        if isObserved(time, feature) { count += 1 }
        return count / Double(times.count)
      }
      counted.append(NaturalSpline(times: known.map { times[$0] }, values: counts))
    }
    let passed = known.map { times[$0] }
    return observed + counted + [NaturalSpline(times: passed, values: passed)]
  }

  /// Writes the derivative of X of `order` 1 to 3 at a time for each sample.
  private func write<S: SolverScalar>(
    _ order: Int, at time: UnsafePointer<S>, into result: UnsafeMutablePointer<S>
  ) {
    for sample in 0..<samples {
      let t = Double(time[sample])
      // the last interval goes on beyond its end, where a stage of the last step may look
      let next = times.firstIndex { $0 > t } ?? times.count
      let interval = min(max(next - 1, 0), intervals - 1)
      let (s, place) = (t - times[interval], (sample * intervals + interval) * 3 * channels)
      for channel in 0..<channels {
        let (a, b, c) = (
          slopes[place + channel], slopes[place + channels + channel],
          slopes[place + 2 * channels + channel]
        )
        let value = order == 1 ? a + s * (b + s * c / 2) : order == 2 ? b + s * c : c
        result[sample * channels + channel] = S(value)
      }
    }
  }

  /// Records a derivative of X at the times [samples, 1], which has no gradient.
  private func derivative<S: SolverScalar>(
    _ order: Int, at time: Variable<S>, on tape: Tape<S>
  ) -> Variable<S> {
    tape.custom(
      [time], shape: [samples, channels], name: "ControlPath",
      value: { [self] inputs, output in write(order, at: inputs[0], into: output) },
      gradient: { _, _, _, _ in })
  }

  /// Records X' as a jet along `time`: [samples, channels].
  func slope<S: SolverScalar>(at time: Jet<S>, on tape: Tape<S>) -> Jet<S> {
    let first = derivative(1, at: time.value, on: tape)
    guard let speed = time.slopes else { return tape.curve(first, slope: nil) }
    let all = [samples, channels]
    let wide = tape.repeated(tape.reshaped(speed, to: [samples]), along: [1], to: all)
    let second = tape.product(derivative(2, at: time.value, on: tape), wide)
    guard case .each = time.order else { return tape.curve(first, slope: second) }
    let third = tape.product(
      derivative(3, at: time.value, on: tape), tape.product(wide, wide))
    return tape.curve(first, slope: second, second: third, carriesSecond: true)
  }
}
