import Tensors

/// Series on common times: values and a mask, [time, channel].
struct SeriesGrid {
  /// One series.
  struct Entry {
    let name: String
    /// 0 where nothing was observed.
    var values: [Float]
    /// 1 where a value was observed, otherwise 0.
    var mask: [Float]
  }

  /// The times from 0 to 1.
  let times: [Float]
  let channels: Int
  var entries: [Entry]

  /// Times.
  var length: Int { times.count }

  init(times: [Float], channels: Int, entries: [Entry]) {
    self.times = times
    self.channels = channels
    self.entries = entries
  }

  /// `series` at multiples of `step`, times rounded to the nearest and several values of one channel in
  /// one place averaged; series without a value are left out.
  init(_ series: [ObservedSeries], channels: Int, step: Double) {
    func place(_ time: Double) -> Int { Int((time / step).rounded()) }
    let last = series.flatMap { $0.observations.map { place($0.time) } }.max() ?? 0
    times = Self.even(last + 1)
    self.channels = channels
    entries = series.filter { !$0.observations.isEmpty }.map { one in
      var sums = [Double](repeating: 0, count: (last + 1) * channels)
      var counts = sums
      for observation in one.observations {
        let index = place(observation.time) * channels + observation.channel
        sums[index] += observation.value
        counts[index] += 1
      }
      return Entry(
        name: one.name, values: zip(sums, counts).map { Float($1 > 0 ? $0 / $1 : 0) },
        mask: counts.map { $0 > 0 ? 1 : 0 })
    }
  }

  /// `count` even times from 0 to 1.
  static func even(_ count: Int) -> [Float] {
    (0..<count).map { Float(Double($0) / Double(max(1, count - 1))) }
  }

  /// The numbers that `part` gives of the series `indices`: [series, time, channel].
  func tensor(_ indices: [Int], _ part: (Entry) -> [Float]) -> Tensor {
    Tensor(shape: [indices.count, length, channels], values: indices.flatMap { part(entries[$0]) })
  }

  /// The common times of `count` series: [series, time].
  func timesTensor(_ count: Int) -> Tensor {
    Tensor(shape: [count, length], values: (0..<count).flatMap { _ in times })
  }
}
