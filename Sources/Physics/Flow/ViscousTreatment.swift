/// How the viscous term enters a step.
public enum ViscousTreatment: Sendable {
  /// Evaluated like the convective term; bounds the step by the square of the smallest width.
  case explicit
  /// Solved for in each stage; no bound.
  case implicit
}
