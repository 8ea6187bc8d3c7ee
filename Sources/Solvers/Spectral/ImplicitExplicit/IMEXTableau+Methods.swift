extension IMEXTableau {
  /// ARK4(3)6L[2]SA, order 4, six stages, L-stable and stiffly accurate implicit part.
  ///
  /// Kennedy & Carpenter, "Additive Runge-Kutta schemes for convection-diffusion-reaction equations",
  /// Appl. Numer. Math. 44 (2003), appendix C. The tests check all its order conditions.
  public static let ark436: IMEXTableau = {
    let weights = [
      82889.0 / 524892, 0, 15625.0 / 83664, 69875.0 / 102672, -2260.0 / 8211, 1.0 / 4,
    ]
    return IMEXTableau(
      name: "ark436", order: 4,
      explicit: [
        [],
        [1.0 / 2],
        [13861.0 / 62500, 6889.0 / 62500],
        [
          -116_923_316_275.0 / 2_393_684_061_468, -2_731_218_467_317.0 / 15_368_042_101_831,
          9_408_046_702_089.0 / 11_113_171_139_209,
        ],
        [
          -451_086_348_788.0 / 2_902_428_689_909, -2_682_348_792_572.0 / 7_519_795_681_897,
          12_662_868_775_082.0 / 11_960_479_115_383, 3_355_817_975_965.0 / 11_060_851_509_271,
        ],
        [
          647_845_179_188.0 / 3_216_320_057_751, 73_281_519_250.0 / 8_382_639_484_533,
          552_539_513_391.0 / 3_454_668_386_233, 3_354_512_671_639.0 / 8_306_763_924_573,
          4040.0 / 17871,
        ],
      ],
      implicit: [
        [0],
        [1.0 / 4, 1.0 / 4],
        [8611.0 / 62500, -1743.0 / 31250, 1.0 / 4],
        [5_012_029.0 / 34_652_500, -654_441.0 / 2_922_500, 174_375.0 / 388_108, 1.0 / 4],
        [
          15_267_082_809.0 / 155_376_265_600, -71_443_401.0 / 120_774_400,
          730_878_875.0 / 902_184_768, 2_285_395.0 / 8_070_912, 1.0 / 4,
        ],
        weights,
      ],
      explicitWeights: weights, implicitWeights: weights)
  }()

  /// ARS(4,4,3), order 3, five stages of which the first is explicit, L-stable implicit part.
  ///
  /// Ascher, Ruuth & Spiteri, "Implicit-explicit Runge-Kutta methods for time-dependent partial
  /// differential equations", Appl. Numer. Math. 25 (1997), section 2.8.
  public static let ars443 = IMEXTableau(
    name: "ars443", order: 3,
    explicit: [
      [], [1.0 / 2], [11.0 / 18, 1.0 / 18], [5.0 / 6, -5.0 / 6, 1.0 / 2],
      [1.0 / 4, 7.0 / 4, 3.0 / 4, -7.0 / 4],
    ],
    implicit: [
      [0], [0, 1.0 / 2], [0, 1.0 / 6, 1.0 / 2], [0, -1.0 / 2, 1.0 / 2, 1.0 / 2],
      [0, 3.0 / 2, -3.0 / 2, 1.0 / 2, 1.0 / 2],
    ],
    explicitWeights: [1.0 / 4, 7.0 / 4, 3.0 / 4, -7.0 / 4, 0],
    implicitWeights: [0, 3.0 / 2, -3.0 / 2, 1.0 / 2, 1.0 / 2])
}
