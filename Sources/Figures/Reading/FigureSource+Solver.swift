import Comparison
import Experiment

extension FigureSource {
  /// What a solver's work is counted in.
  var evaluations: Quantity { SuiteQuestion.evaluations }

  /// The first quantity of the task that is not the solver's work.
  var quality: Quantity? { task.primary.first { $0.metric != evaluations.metric } }

  /// The styles that stand out in a plot of `styles` by `quantity`, the references that the suite's questions
  /// name among them.
  func emphasisedWithReferences(among styles: [Int], by quantity: Quantity) -> [Int] {
    let best = emphasised(among: styles, by: quantity)
    guard !best.isEmpty else { return [] }
    let references = suite.questions.compactMap { question -> Int? in
      guard case .saving(let reference, _, _) = question else { return nil }
      return models.firstIndex { $0.id == reference }
    }.filter { styles.contains($0) && !best.contains($0) }
    return Array(best.dropLast(references.count)) + references
  }

  /// The mean over all seeds of a model with its interval; nil when one of them has no value.
  func mean(_ quantity: Quantity, of model: SuiteDescription.ModelEntry) -> Interval? {
    let cells = cells(of: model.id)
    let values = cells.compactMap { $0.value(quantity).number }
    return values.count == cells.count ? Interval.mean(of: values) : nil
  }

  /// The variants that some cell told the solver's work of, in the order in which they were told.
  var variants: [String] {
    let start = "\(evaluations.evaluation)@"
    var names: [String] = []
    for cell in cells {
      for measurement in cell.evaluation.measurements
      where measurement.metric == evaluations.metric && measurement.evaluation.hasPrefix(start) {
        let name = String(measurement.evaluation.dropFirst(start.count))
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }
}

extension Quantity {
  /// The same of a variant; of the model itself when `name` is nil.
  func variant(_ name: String?) -> Quantity {
    name.map { Quantity(metric: metric, evaluation: "\(evaluation)@\($0)", split: split) } ?? self
  }
}
