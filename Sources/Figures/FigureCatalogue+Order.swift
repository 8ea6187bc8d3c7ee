extension FigureCatalogue {
  /// All figures of one task that have something to show, by subject and name of the entry.
  public static func figures(from source: FigureSource) -> [FigureData] {
    ordered.flatMap { $0.figures(from: source) }.filter { !$0.isEmpty }
  }

  /// All figures over the tasks of a suite that have something to show, in the same order.
  public static func suiteFigures(from source: SuiteSource) -> [FigureData] {
    ordered.flatMap { $0.figures(across: source) }.filter { !$0.isEmpty }
  }

  private static var ordered: [any FigureRecipe] {
    all.sorted { left, right in
      (left.value.subject.rawValue, left.key) < (right.value.subject.rawValue, right.key)
    }.map { $0.value.init() }
  }
}
