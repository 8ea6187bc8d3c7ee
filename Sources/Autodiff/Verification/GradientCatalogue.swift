/// The gradient checks of every differentiable operation, for tests and for `make validate`.
public enum GradientCatalogue {
  /// All cases, by kind of operation.
  public static let all: [GradientCase] =
    products + convolutions + normalisations + elements + axes + samples + losses + layers + jets
    + transforms
}
