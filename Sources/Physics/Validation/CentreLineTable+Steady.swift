/// The steady cavity at Re 3200 by an independent method of ours (stream function and vorticity,
/// Newton's method, Richardson's extrapolation over uniform grids of 192 and 256 cells), for want of a
/// published converged solution: Tests/References/steady-cavity/steady_cavity.py. The same script
/// meets Botella & Peyret at Re 1000 to 2e-4 and Erturk et al. at Re 5000 to 2.3e-3.
extension CentreLineTable {
  /// u/U on x=0.5 at Re 3200.
  static let steadyHorizontal3200 = CentreLineTable(
    reynoldsNumber: 3200, component: .horizontal,
    coordinates: [
      0.9766, 0.9688, 0.9609, 0.9531, 0.8516, 0.7344, 0.6172, 0.5, 0.4531, 0.2813, 0.1719, 0.1016,
      0.0703, 0.0625, 0.0547,
    ],
    values: [
      0.5273, 0.48044, 0.46465, 0.46105, 0.34774, 0.20154, 0.07709, -0.03686, -0.08114, -0.24225,
      -0.34505, -0.43241, -0.40749, -0.38459, -0.35572,
    ],
    excluded: [])

  /// v/U on y=0.5 at Re 3200.
  static let steadyVertical3200 = CentreLineTable(
    reynoldsNumber: 3200, component: .vertical,
    coordinates: [
      0.9688, 0.9609, 0.9531, 0.9453, 0.9063, 0.8594, 0.8047, 0.5, 0.2344, 0.2266, 0.1563, 0.0938,
      0.0781, 0.0703, 0.0625,
    ],
    values: [
      -0.4382, -0.51918, -0.56029, -0.56658, -0.44306, -0.37825, -0.31325, 0.01427, 0.28775,
      0.29611, 0.3767, 0.43211, 0.42169, 0.41049, 0.39535,
    ],
    excluded: [])

  /// Both tables.
  public static let steady = [steadyHorizontal3200, steadyVertical3200]

  /// Where the tables come from.
  static let steadySource = "stream function and vorticity by Newton's method, steady_cavity.py"
}
