import Experiment

/// How far a predicted velocity is from being free of divergence: √(Σ (∂u/∂x + ∂v/∂y)² / Σ |∇y|²),
/// central differences over the inner points of each frame, then the mean over samples.
///
/// The denominator is the sum of the four squared derivatives of the true velocity, so that 0.1 means
/// that a tenth of a typical gradient is spurious. The truth itself is not 0: it is sampled on a
/// coarse grid from a finer one. A point counts when it and its four neighbours do.
public struct Divergence: Metric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Divergence",
    formula: "mean over samples of √[Σ (∂u/∂x + ∂v/∂y)² / Σ (|∇u_y|² + |∇v_y|²)], sums over inner "
      + "points and frames, central differences; u_y, v_y the truth",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// The relative divergence; missing without a grid of two components, and for a truth without
  /// gradients.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    guard let grid = sample.grid, grid.channels == 2 else {
      return .missing("the field is no velocity on a grid")
    }
    var (divergence, gradient) = (0.0, 0.0)
    for frame in 0..<grid.frames {
      let stencil = VelocityStencil(sample, grid: grid, frame: frame)
      for row in 1..<max(grid.height - 1, 1) {
        for column in 1..<max(grid.width - 1, 1) where stencil.counts(row, column) {
          divergence += stencil.squaredDivergence(row, column)
          gradient += stencil.squaredTrueGradient(row, column)
        }
      }
    }
    guard divergence.isFinite else { return .missing("prediction is not finite") }
    guard gradient > 0 else { return .missing("zero reference") }
    return MeasuredValue((divergence / gradient).squareRoot())
  }

  /// 0 for all: neither the truth nor a constant has divergence.
  public func knownScore(of probe: MetricProbe) -> KnownScore { .value(0) }
}
