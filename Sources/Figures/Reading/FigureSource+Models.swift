import Comparison
import Experiment

extension FigureSource {
  /// More curves than this are not all coloured.
  private static let mostColours = 7
  /// So many stand out then.
  private static let mostEmphasised = 6

  /// The styles of the models that stand out in a plot of `styles`: the best six by `quantity`, or by
  /// the first quantity of the task; empty where all can be told apart.
  func emphasised(among styles: [Int], by quantity: Quantity? = nil) -> [Int] {
    guard styles.count > Self.mostColours else { return [] }
    let summary = summaries.first { $0.quantity == quantity } ?? summaries.first
    let ranked = (summary?.standings ?? []).filter { $0.interval != nil }
      .compactMap { standing in models.firstIndex { $0.id == standing.model } }
    let chosen = ranked.filter(styles.contains).prefix(Self.mostEmphasised)
    return chosen.isEmpty ? Array(styles.prefix(Self.mostEmphasised)) : Array(chosen)
  }

  /// The first primary quantity over whole roll-outs, or the first of all.
  var rolloutQuantity: Quantity? {
    task.primary.first { $0.evaluation == "rollout" } ?? task.primary.first
  }

  /// What a caption says of a plot with curves that stand out or leave it; begins with a space.
  static func sentences(about plot: LinePlot) -> String {
    var text = ""
    if !plot.emphasised.isEmpty {
      text += " The best \(plot.emphasised.count) are coloured, the others thin and grey."
    }
    if plot.limit != nil { text += " Curves that leave the plot go on above it." }
    return text
  }

  /// The models from best to worst by the first quantity, then those without a value, in the order of
  /// the suite.
  var ranking: [(place: Int, model: SuiteDescription.ModelEntry)] {
    let ranked = (summaries.first?.standings ?? []).filter { $0.interval != nil }.map(\.model)
    let order = ranked + models.map(\.id).filter { !ranked.contains($0) }
    return order.compactMap { id in
      models.firstIndex { $0.id == id }.map { ($0, models[$0]) }
    }
  }

  /// The cells of a model that are done.
  func done(_ model: SuiteDescription.ModelEntry) -> [CellResult] {
    cells(of: model.id).filter { $0.state == .done }
  }

  /// The values of a metric for each sample of an evaluation, all seeds of a model together.
  func samples(_ quantity: Quantity, of model: SuiteDescription.ModelEntry) -> [Double] {
    let name = "\(quantity.metric)/\(quantity.split)/\(quantity.evaluation)/samples"
    return done(model).flatMap { cell in
      cell.evaluation.curves.first { $0.name == name }?.values ?? []
    }
  }
}
