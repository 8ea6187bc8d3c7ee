/// What a figure is about, in the order in which a report shows its figures.
public enum FigureSubject: Int, Sendable, CaseIterable {
  /// How models stand.
  case standing
  /// How something goes on over steps.
  case course
  /// What skill costs.
  case cost
  /// Single predictions.
  case prediction
}
