extension SDIRKTableau {
  /// The implicit half of Kennedy and Carpenter's pair 4(3), ESDIRK4(3)6L[2]SA; L-stable.
  public static let kenCarp4: SDIRKTableau = {
    let last = [
      82889.0 / 524892, 0, 15625.0 / 83664, 69875.0 / 102672, -2260.0 / 8211,
    ]
    let embedded = [
      4586570599.0 / 29645900160, 0, 178811875.0 / 945068544, 814220225.0 / 1159782912,
      -3700637.0 / 11593932, 61727.0 / 225920,
    ]
    return SDIRKTableau(
      name: "kencarp4",
      source: "Kennedy & Carpenter, Appl. Numer. Math. 44 (2003), ARK4(3)6L[2]SA; as in "
        + "patrick-kidger/diffrax kencarp4.py",
      order: 4, embeddedOrder: 3,
      nodes: [0, 0.5, 83.0 / 250, 31.0 / 50, 17.0 / 20, 1], diagonal: 0.25,
      coefficients: [
        [], [0.25], [8611.0 / 62500, -1743.0 / 31250],
        [5012029.0 / 34652500, -654441.0 / 2922500, 174375.0 / 388108],
        [
          15267082809.0 / 155376265600, -71443401.0 / 120774400, 730878875.0 / 902184768,
          2285395.0 / 8070912,
        ],
        last,
      ],
      errorWeights: zip(embedded, last + [0.25]).map { $0 - $1 })
  }()
}
