import DataFormats
import Experiment
import Foundation

/// Series with classes on common times: the authors' training and test, one behind the other.
struct LabelledSeries {
  let grid: SeriesGrid
  /// The class of each series.
  let labels: [Int]
  let classes: Int
  /// The authors' training series come first.
  let trainingCount: Int

  /// Reads `JapaneseVowels_TRAIN.ts` and `JapaneseVowels_TEST.ts` in `folder`, plain or packed; times after
  /// the end of a series are not observed.
  /// - Throws: `AssayError` (bad input) when a file is absent or damaged, or the two do not fit.
  init(_ source: LabelledSeriesSource, in folder: URL) throws {
    let files = DataFile(
      folder: folder,
      remedy: "restore the folder Suites/neural-de/data/japanese-vowels, or import one")
    let first = try files.find(["JapaneseVowels_TRAIN.ts"])
    let second = try files.find(["JapaneseVowels_TEST.ts"])
    let (training, test) = (try TSFile.read(first), try TSFile.read(second))
    guard training.classes == test.classes,
      training.series[0].channels.count == test.series[0].channels.count
    else {
      throw AssayError(
        .badInput, where: second.path,
        found: "\(test.classes.count) classes and \(test.series[0].channels.count) channels",
        expected: "those of \(first.lastPathComponent)", remedy: "copy both files again")
    }
    let series = training.series + test.series
    let length = series.map(\.length).max() ?? 0
    try Self.check(lengths: series.map(\.length), longest: length, in: [first, second])
    labels = series.map(\.label)
    classes = training.classes.count
    trainingCount = training.series.count
    grid = SeriesGrid(
      times: SeriesGrid.even(length), channels: training.series[0].channels.count,
      entries: series.enumerated().map { number, one in
        let part = number < training.series.count ? "train" : "test"
        return Self.entry(
          one,
          name:
            "\(source.rawValue)/\(part)/\(number < training.series.count ? number : number - training.series.count)",
          length: length)
      })
  }

  /// All series are stored as long as the longest: one alone that is far longer than the rest is rather a
  /// damaged line, and would fill the memory.
  private static func check(lengths: [Int], longest: Int, in files: [URL]) throws {
    let known = lengths.reduce(0, +)
    guard longest * lengths.count > mostPadding * known,
      let place = lengths.firstIndex(of: longest)
    else { return }
    throw AssayError(
      .badInput, where: files.map(\.path).joined(separator: " and "),
      found: "series \(place + 1) of \(lengths.count) with \(longest) times, "
        + "\(known / lengths.count) on average",
      expected: "series of which none is \(mostPadding) times as long as the average",
      remedy: "look for a damaged line, or copy the files again")
  }

  private static let mostPadding = 64

  private static func entry(_ series: TSFile.Series, name: String, length: Int) -> SeriesGrid.Entry
  {
    let channels = series.channels.count
    var entry = SeriesGrid.Entry(
      name: name, values: [Float](repeating: 0, count: length * channels),
      mask: [Float](repeating: 0, count: length * channels))
    for (channel, values) in series.channels.enumerated() {
      for (time, value) in values.enumerated() where value.isFinite {
        entry.values[time * channels + channel] = Float(value)
        entry.mask[time * channels + channel] = 1
      }
    }
    return entry
  }

  /// The series without a share of their times, drawn by the series' name alone; the first time stays, so
  /// that none is empty.
  func dropping(_ share: Double) -> SeriesGrid {
    guard share > 0 else { return grid }
    var dropped = grid
    for place in grid.entries.indices {
      var random = NeuralStreams.stream("dropped", grid.entries[place].name)
      for time in 1..<max(1, grid.length) where random.uniform() < share {
        for index in time * grid.channels..<(time + 1) * grid.channels {
          dropped.entries[place].values[index] = 0
          dropped.entries[place].mask[index] = 0
        }
      }
    }
    return dropped
  }
}
