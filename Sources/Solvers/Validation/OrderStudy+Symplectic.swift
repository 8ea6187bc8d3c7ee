extension OrderStudy {
  /// Kepler's problem with eccentricity 0.2 from the nearest point: after 2π it is where it was.
  static var kepler: SeparableProblem<Double> {
    let eccentricity = 0.2
    let speed = ((1 + eccentricity) / (1 - eccentricity)).squareRoot()
    return SeparableProblem(
      positions: [1 - eccentricity, 0], momenta: [0, speed], span: 0...2 * Double.pi,
      velocity: { p, velocity in
        velocity[0] = p[0]
        velocity[1] = p[1]
      },
      force: { q, force in
        let square = q[0] * q[0] + q[1] * q[1]
        let inverseCube = 1 / (square * square.squareRoot())
        force[0] = -q[0] * inverseCube
        force[1] = -q[1] * inverseCube
      })
  }

  /// The order of `method` over one revolution of Kepler's problem.
  public init(_ method: SymplecticComposition) {
    let counts = method.order == 6 ? [100, 140, 200, 280] : [200, 400, 800, 1600]
    let problem = Self.kepler
    let start = problem.positions + problem.momenta
    let sizes = counts.map { 2 * Double.pi / Double($0) }
    let errors = sizes.map { size in
      zip(method.solve(problem, stepSize: size).last, start)
        .reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
    self.init(
      name: method.name, quantity: "order of the largest error after one revolution of Kepler's",
      nominal: Double(method.order), stepSizes: sizes, errors: errors)
  }
}
