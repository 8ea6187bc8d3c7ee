extension SDIRKTableau {
  /// Kvaerno's pair 5(4); both methods are L-stable.
  public static let kvaerno5: SDIRKTableau = {
    let last = [
      0.13659751177640291, 0, -0.05496908796538376, -0.04118626728321046, 0.62993304899016403,
      0.06962479448202728,
    ]
    let sixth = [
      0.13855640231268224, 0, -0.04245337201752043, 0.02446657898003141, 0.61943039072480676,
    ]
    return SDIRKTableau(
      name: "kvaerno5",
      source: "Kvaerno, BIT 44 (2004); as in patrick-kidger/diffrax kvaerno5.py",
      order: 5, embeddedOrder: 4,
      nodes: [0, 0.52, 1.230333209967908, 0.8957659843500759, 0.43639360985864756, 1, 1],
      diagonal: 0.26,
      coefficients: [
        [], [0.26], [0.13, 0.84033320996790809],
        [0.22371961478320505, 0.47675532319799699, -0.06470895363112615],
        [0.16648564323248321, 0.10450018841591720, 0.03631482272098715, -0.13090704451073998],
        sixth, last,
      ],
      errorWeights: zip(last + [0.26], sixth + [0.26, 0]).map { $0 - $1 })
  }()
}
