import Experiment
import Randomness

/// Series that are scaled and split, with what a model is given of each.
struct InterpolationData {
  let grid: SeriesGrid
  let split: CaseSplit
  /// 1 where a value is given to the model, for each series: [time, channel].
  let given: [[Float]]

  /// - Throws: `AssayError` (bad input) when a part of the split has no series.
  init(_ series: [ObservedSeries], of task: SeriesInterpolation) throws {
    let raw = SeriesGrid(series, channels: task.channels.count, step: task.step)
    var random = NeuralStreams.stream(task.source.rawValue, "split")
    let order = random.permutation(of: raw.entries.count)
    let count = Double(order.count)
    let tests = Int((count * task.testShare).rounded())
    let validations = Int((count * task.validationShare).rounded())
    split = CaseSplit(
      training: order.dropFirst(tests + validations).sorted(),
      validation: order.dropFirst(tests).prefix(validations).sorted(),
      test: order.prefix(tests).sorted())
    guard !split.training.isEmpty, !split.validation.isEmpty, !split.test.isEmpty else {
      throw AssayError(
        .badInput, where: "task series-interpolation", found: "\(raw.entries.count) series",
        expected: "one or more each for training, validation and test",
        remedy: "raise limit or the shares")
    }
    grid = ChannelScaling(raw, of: split.training, divisor: task.divisor).scaled(raw)
    given = grid.entries.map { Self.given($0, hiding: task.heldOut) }
  }

  /// The mask of `entry` without a share of it, which depends on the series' name alone.
  private static func given(_ entry: SeriesGrid.Entry, hiding share: Double) -> [Float] {
    guard share > 0 else { return entry.mask }
    var random = NeuralStreams.stream("held-out", entry.name)
    return entry.mask.map { $0 > 0 && random.uniform() >= share ? 1 : 0 }
  }
}
