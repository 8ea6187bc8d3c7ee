extension FigureCatalogue {
  /// All figures of one task that have something to show, by subject and name of the entry.
  public static func figures(from source: FigureSource) -> [FigureData] {
    all.sorted { left, right in
      (left.value.subject.rawValue, left.key) < (right.value.subject.rawValue, right.key)
    }.flatMap { $0.value.init().figures(from: source) }.filter { !$0.isEmpty }
  }
}
