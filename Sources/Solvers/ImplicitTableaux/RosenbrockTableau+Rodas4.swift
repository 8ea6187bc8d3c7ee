extension RosenbrockTableau {
  /// Hairer and Wanner's method 4(3); L-stable and stiffly accurate.
  public static let rodas4: RosenbrockTableau = {
    let row = [
      1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950,
    ]
    return RosenbrockTableau(
      name: "rodas4",
      source: "Hairer & Wanner, Solving ODEs II, IV.7 and RODAS; as in SciML/OrdinaryDiffEq.jl "
        + "rosenbrock_tableaus.jl",
      order: 4, embeddedOrder: 3, diagonal: 0.25, nodes: [0, 0.386, 0.21, 0.63, 1, 1],
      timeWeights: [0.25, -0.1043, 0.1035, -0.0362, 0, 0],
      coefficients: [
        [], [1.544], [0.9466785280815826, 0.2557011698983284],
        [3.314825187068521, 2.896124015972201, 0.9986419139977817], row, row + [1],
      ],
      couplings: [
        [], [-5.6688], [-2.430093356833875, -0.2063599157091915],
        [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
        [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160],
        [
          8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136,
          -6.058818238834054,
        ],
      ],
      weights: row + [1, 1], errorWeights: [0, 0, 0, 0, 0, 1])
  }()
}
