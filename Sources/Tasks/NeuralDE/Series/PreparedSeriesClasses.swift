import Experiment
import Tensors

/// Series with classes in memory.
struct PreparedSeriesClasses: PreparedTask {
  let role: Role
  let training: TrainingSet
  private let grid: SeriesGrid
  private let labels: [Int]
  private let split: CaseSplit
  private let scores: ClassScores

  init(_ series: LabelledSeries, of task: SeriesClassification) {
    grid = series.dropping(task.dropped)
    labels = series.labels
    let known = labels
    func classes(_ indices: Range<Int>, _ name: String) -> ClassSplit {
      ClassSplit(
        indices, labels: known, classes: series.classes, of: task.source.rawValue, named: name)
    }
    let parts = classes(0..<series.trainingCount, "validation").parted(share: task.validationShare)
    split = CaseSplit(
      training: parts.rest, validation: parts.first,
      test: classes(series.trainingCount..<known.count, "subset").subset(of: task.testLimit))
    func label(_ part: [Int]) -> [Int] { part.map { known[$0] } }
    scores = ClassScores(classes: series.classes, training: label(split.training))
    let table = [grid.length, grid.channels]
    role = Role(
      inputs: [
        Role.Slot(name: "values", shape: table, unit: "1"),
        Role.Slot(name: "mask", shape: table, unit: "1"),
        Role.Slot(name: "times", shape: [grid.length], unit: "1"),
      ], outputs: [scores.output])
    training = TrainingSet(
      inputs: Self.inputs(grid, split.training), targets: scores.targets(label(split.training)),
      validationInputs: Self.inputs(grid, split.validation),
      validationTargets: scores.targets(label(split.validation)))
  }

  private static func inputs(_ grid: SeriesGrid, _ indices: [Int]) -> NamedTensors {
    NamedTensors([
      "values": grid.tensor(indices, \.values), "mask": grid.tensor(indices, \.mask),
      "times": grid.timesTensor(indices.count),
    ])
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    try scores.evaluation(
      of: model, on: Self.inputs(grid, split.test), labels: split.test.map { labels[$0] },
      metrics: metrics)
  }

  var cases: [SplitCase] {
    let signature = SampleSignature(count: 2 * grid.length * grid.channels)
    let parts: [(SplitCase.Split, [Int])] = [
      (.training, split.training), (.validation, split.validation), (.test, split.test),
    ]
    return parts.flatMap { part, indices in
      indices.map { index in
        let entry = grid.entries[index]
        return SplitCase(
          name: entry.name, split: part, signature: signature(entry.values + entry.mask))
      }
    }
  }
}
