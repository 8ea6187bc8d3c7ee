/// The spectral solution of Botella & Peyret 1998, "Benchmark spectral results on the lid-driven
/// cavity flow", Computers & Fluids 27, 421-433, Tables 9 and 10: seven digits at Re 1000.
///
/// Their lid moves in the -x direction; u has changed its sign here and x is 1 - x. The numbers agree
/// between six independent public transcriptions. They serve as a check on Ghia's v at Re 1000, which
/// lies up to 0.0185 lid speeds from them in the layer on the right-hand wall.
extension CentreLineTable {
  /// u/U on x=0.5 at Re 1000.
  static let spectralHorizontal1000 = CentreLineTable(
    reynoldsNumber: 1000, component: .horizontal,
    coordinates: [
      1.0, 0.9766, 0.9688, 0.9609, 0.9531, 0.8516, 0.7344, 0.6172, 0.5, 0.4531, 0.2813, 0.1719,
      0.1016, 0.0703, 0.0625, 0.0547, 0.0,
    ],
    values: [
      1.0, 0.6644227, 0.5808359, 0.5169277, 0.4723329, 0.3372212, 0.1886747, 0.0570178,
      -0.0620561, -0.1081999, -0.2803696, -0.3885691, -0.3004561, -0.2228955, -0.20233,
      -0.1812881, 0.0,
    ],
    excluded: [])

  /// v/U on y=0.5 at Re 1000.
  static let spectralVertical1000 = CentreLineTable(
    reynoldsNumber: 1000, component: .vertical,
    coordinates: [
      1.0, 0.9688, 0.9609, 0.9531, 0.9453, 0.9063, 0.8594, 0.8047, 0.5, 0.2344, 0.2266, 0.1563,
      0.0938, 0.0781, 0.0703, 0.0625, 0.0,
    ],
    values: [
      0.0, -0.2279225, -0.2936869, -0.3553213, -0.4103754, -0.5264392, -0.4264545, -0.3202137,
      0.0257995, 0.3253592, 0.3339924, 0.3769189, 0.3330442, 0.3099097, 0.2962703, 0.2807056,
      0.0,
    ],
    excluded: [])

  /// Both tables.
  public static let spectral = [spectralHorizontal1000, spectralVertical1000]

  /// Where the tables come from.
  static let spectralSource = "Botella & Peyret 1998, Computers & Fluids 27, 421-433"
}
