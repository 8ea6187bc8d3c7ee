import Canvas
import Comparison
import Experiment

extension SavingWriting {
  private var title: String { words.names.task(task.task, in: words.suite) }
  private var change: String { task.scale == .ratio ? "ratio" : "difference" }

  /// Quality and cost of each model, at its own setting and set beside the reference's curve.
  func savings(_ saving: TaskAnswers.Saving, id: String) -> Table {
    let (quality, cost) = (words.metric(task.quality), words.metric(saving.cost))
    let reference = words.model(saving.reference)
    let qualities = NumberColumn(saving.methods.compactMap { $0.quality?.estimate })
    let costs = NumberColumn(saving.methods.compactMap { $0.cost?.estimate })
    let levels = NumberColumn(saving.methods.compactMap(\.costAtEqualQuality.quality))
    let rows = saving.methods.map { method in
      Table.Row(cells: [
        Table.Cell(words.model(method.model), .strong),
        mean(method.quality, qualities), words.changeCell(method.qualityChange, in: task),
        mean(method.cost, costs), words.ratioCell(method.costRatio),
        words.ratioCell(method.costAtEqualQuality),
        method.costAtEqualQuality.quality.map { levels.cell($0) } ?? .none,
        words.changeCell(method.gainOverSettings, in: task),
      ])
    }
    let arrow = task.direction == .lower ? "↓" : "↑"
    return Table(
      id: id,
      caption: [
        TextSpan("What is saved.", .strong, target: .place("method.equal-quality")),
        TextSpan(
          " \(title): each model against \(reference), as ratio of \(cost) and \(change) of "
            + "\(quality) with 95\u{A0}% intervals over seeds."),
      ],
      columns: [
        Table.Column(title: "Model"),
        Table.Column(
          title: words.names.metric(task.quality.metric, in: words.suite),
          alignment: .end, detail: "mean " + arrow),
        Table.Column(title: "Change", alignment: .end, detail: "own settings"),
        Table.Column(
          title: words.names.metric(saving.cost.metric, in: words.suite), alignment: .end,
          detail: "mean ↓"),
        Table.Column(title: "Ratio", alignment: .end, detail: "own settings"),
        Table.Column(
          title: "Ratio", alignment: .end, detail: "equal " + quality,
          place: "method.equal-quality"),
        Table.Column(
          title: words.names.metric(task.quality.metric, in: words.suite), alignment: .end,
          detail: "compared at"),
        Table.Column(
          title: "Change", alignment: .end, detail: "equal " + cost, place: "method.equal-quality"),
      ], rows: rows, legend: AnswerWords.legend)
  }

  private func mean(_ interval: Interval?, _ column: NumberColumn) -> Table.Cell {
    interval.map { column.cell($0.estimate) } ?? .missing("not at every seed")
  }

  /// Times of each model over those of the reference.
  func times(_ saving: TaskAnswers.Saving, id: String) -> Table {
    let reference = words.model(saving.reference)
    let rows = saving.methods.map { method in
      Table.Row(cells: [
        Table.Cell(words.model(method.model), .strong), words.ratioCell(method.training),
        words.ratioCell(method.prediction),
        words.ratioCell(method.predictionAtEqualQuality),
      ])
    }
    return Table(
      id: id,
      caption: [
        TextSpan("Times.", .strong),
        TextSpan(
          " \(title): each model's over that of \(reference). A setting of the prediction needs no "
            + "other training, so that the ratio of training times holds at equal quality too. Times "
            + "of other settings were not measured: the last column takes them to go with "
            + "\(words.metric(saving.cost))."),
      ],
      columns: [
        Table.Column(title: "Model"),
        Table.Column(title: "Training time", alignment: .end, detail: "ratio"),
        Table.Column(title: "Prediction time", alignment: .end, detail: "ratio, own settings"),
        Table.Column(
          title: "Prediction time", alignment: .end,
          detail: "ratio, equal \(words.metric(task.quality)), estimated",
          place: "method.equal-quality"),
      ], rows: rows)
  }
}
