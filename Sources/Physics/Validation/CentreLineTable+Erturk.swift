/// The solution of Erturk, Corke & Gokcol 2005, "Numerical solutions of 2-D steady incompressible driven
/// cavity flow at high Reynolds numbers", Int. J. Numer. Methods Fluids 48, 747-774, Tables II and III:
/// stream function and vorticity on 601 x 601 nodes, extrapolated to fourth digits.
///
/// From one public transcription, which an independent computation of ours meets to 2.3e-3
/// (Tests/References/steady-cavity). They serve as a check on Ghia's tables at Re 5000, which lie up
/// to 0.019 lid speeds from a converged solution.
extension CentreLineTable {
  /// u/U on x=0.5 at Re 5000.
  static let erturkHorizontal5000 = CentreLineTable(
    reynoldsNumber: 5000, component: .horizontal,
    coordinates: [
      1.0, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.92, 0.91, 0.9, 0.5, 0.2, 0.18, 0.16, 0.14,
      0.12, 0.1, 0.08, 0.06, 0.04, 0.02, 0.0,
    ],
    values: [
      1.0, 0.6866, 0.5159, 0.4749, 0.4739, 0.4738, 0.4683, 0.4582, 0.4452, 0.4307, 0.4155,
      -0.0319, -0.31, -0.3285, -0.3467, -0.3652, -0.3876, -0.4168, -0.4419, -0.4272, -0.348,
      -0.2223, 0.0,
    ],
    excluded: [])

  /// v/U on y=0.5 at Re 5000.
  static let erturkVertical5000 = CentreLineTable(
    reynoldsNumber: 5000, component: .vertical,
    coordinates: [
      1.0, 0.985, 0.97, 0.955, 0.94, 0.925, 0.91, 0.895, 0.88, 0.865, 0.85, 0.5, 0.15, 0.135,
      0.12, 0.105, 0.09, 0.075, 0.06, 0.045, 0.03, 0.015, 0.0,
    ],
    values: [
      0.0, -0.2441, -0.5019, -0.57, -0.5139, -0.4595, -0.4318, -0.4147, -0.3982, -0.3806, -0.3624,
      0.0117, 0.3699, 0.3878, 0.407, 0.426, 0.4403, 0.4426, 0.4258, 0.3868, 0.3263, 0.216, 0.0,
    ],
    excluded: [])

  /// Both tables.
  public static let erturk = [erturkHorizontal5000, erturkVertical5000]

  /// Where the tables come from.
  static let erturkSource =
    "Erturk, Corke & Gokcol 2005, Int. J. Numer. Methods Fluids 48, 747-774"
}
