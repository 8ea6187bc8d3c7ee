/// Martin & Moyce 1952, Phil. Trans. R. Soc. A 244, 312: columns with n^2 = 2, that is twice as high as
/// wide, of width a = 2.25 in and 1.125 in; Koshizuka & Oka 1996, Nucl. Sci. Eng. 123, 421.
extension DamBreakTable {
  /// Table 2, a = 2.25 in, as transcribed by the dam-break script of the Ocellaris solver.
  public static let martinMoyceFront = DamBreakTable(
    quantity: .front,
    times: [
      0.41, 0.84, 1.19, 1.43, 1.63, 1.83, 1.98, 2.2, 2.32, 2.51, 2.65, 2.83, 2.98, 3.11, 3.33,
    ],
    values: [
      1.11, 1.22, 1.44, 1.67, 1.89, 2.11, 2.33, 2.56, 2.78, 3.0, 3.22, 3.44, 3.67, 3.89, 4.11,
    ],
    source: "Martin & Moyce 1952, Phil. Trans. R. Soc. A 244, 312, Table 2 (a = 2.25 in)")

  /// Table 6, a = 2.25 in, as transcribed by the same script.
  public static let martinMoyceHeight = DamBreakTable(
    quantity: .height,
    times: [
      0.56, 0.77, 0.93, 1.08, 1.28, 1.46, 1.66, 1.84, 2.0, 2.21, 2.45, 2.7, 3.06, 3.44, 4.2, 5.25,
      7.4,
    ],
    values: [
      0.94, 0.89, 0.83, 0.78, 0.72, 0.67, 0.61, 0.56, 0.5, 0.44, 0.39, 0.33, 0.28, 0.22, 0.17, 0.11,
      0.06,
    ],
    source: "Martin & Moyce 1952, Phil. Trans. R. Soc. A 244, 312, Table 6 (a = 2.25 in)")

  /// Fig. 3, a = 1.125 in, digitised by the PySPH project.
  public static let martinMoyceSmallColumn = DamBreakTable(
    quantity: .front,
    times: [0.849, 1.212, 1.602, 2.283, 2.95, 3.598, 3.905, 4.592, 4.961, 5.316],
    values: [1.245, 1.443, 1.884, 2.689, 3.728, 4.528, 4.999, 5.841, 6.271, 6.717],
    source: "Martin & Moyce 1952, Fig. 3 (a = 1.125 in)")

  /// Fig. 3, a = 2.25 in, digitised by the PySPH project.
  public static let martinMoyceLargeColumn = DamBreakTable(
    quantity: .front,
    times: [
      0.832, 1.219, 1.997, 2.547, 3.345, 4.034, 4.418, 5.091, 5.685, 6.306, 6.822, 7.439, 8.031,
      8.633, 9.237,
    ],
    values: [
      1.217, 1.474, 2.292, 2.995, 4.134, 4.944, 5.881, 6.98, 7.945, 8.966, 9.986, 10.963, 11.977,
      13.005, 13.97,
    ],
    source: "Martin & Moyce 1952, Fig. 3 (a = 2.25 in)")

  /// Their experiment, digitised by the PySPH project.
  public static let koshizukaOkaFront = DamBreakTable(
    quantity: .front,
    times: [0, 0.381, 0.769, 1.153, 1.537, 1.935, 2.323, 2.719, 3.096],
    values: [1, 1.111, 1.252, 1.505, 1.892, 2.241, 2.615, 3.003, 3.624],
    source: "Koshizuka & Oka 1996, Nucl. Sci. Eng. 123, 421, experiment")
}
