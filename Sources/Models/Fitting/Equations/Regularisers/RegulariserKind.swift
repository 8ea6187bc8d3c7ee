/// What a training adds to the loss of a network around an equation, or does to its solve.
public enum RegulariserKind: String, Codable, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// The scaled error estimates of the accepted steps (Pal et al., ICML 2021).
  case error
  /// The stiffness estimates of the accepted steps (the same).
  case stiffness
  /// Error estimates and a tenth of the stiffness estimates (the same).
  case errorStiffness = "error-stiffness"
  /// The error estimate of one further step (Pal, Edelman & Rackauckas, ICML 2023).
  case local
  /// The integral of a squared derivative of the solution: TayNODE (Kelly et al., NeurIPS 2020).
  case taylor
  /// A random end of the span: STEER (Ghosh et al., NeurIPS 2020).
  case steer
  /// The integrals of the squared rate and of its squared Jacobian: RNODE (Finlay et al., ICML 2020).
  case kinetic
  /// The squared distance of a solve by few equal steps from the adaptive one.
  case distilled

  /// Whether it is a function of the steps of the solve.
  var isOfSteps: Bool { self == .error || needsStiffness }
  /// Whether it needs derivatives of the rate along time, and so layers that jets pass through.
  var needsDerivatives: Bool { self == .taylor || self == .kinetic }
  /// Whether it needs an estimate of stiffness.
  var needsStiffness: Bool { self == .stiffness || self == .errorStiffness }
}
