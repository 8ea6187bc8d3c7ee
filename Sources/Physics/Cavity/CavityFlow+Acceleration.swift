extension CavityFlow {
  /// Advances by `interval` convective times a round and accelerates the rounds by Anderson's method,
  /// until a round changes the velocity by less than `tolerance` lid speeds a convective time, or
  /// for `maximumRounds`. Returns whether the flow is steady.
  ///
  /// The core of a cavity spins up in about Re/10 convective times, so that marching alone takes
  /// many hundreds at Re 5000. The clock counts what was simulated and has no physical meaning
  /// afterwards.
  /// - Throws: `FlowDivergence`.
  @discardableResult
  public mutating func acceleratedToSteadyState(
    tolerance: Double, interval: Double, maximumRounds: Int
  ) throws -> Bool {
    var acceleration = AndersonAcceleration(depth: Self.accelerationDepth)
    for _ in 0..<maximumRounds {
      let start = state
      let before = StaggeredVelocity(on: grid)
      before.copy(from: velocity)
      try advance(to: time + interval * flow.convectiveTime)
      let change = velocity.largestChange(from: before) / interval
      if change < tolerance * abs(flow.lidVelocity) { return true }
      state = acceleration.next(after: start, image: state)
    }
    return false
  }

  /// Enough for the few slow modes of the core, few enough to forget the first rounds.
  private static let accelerationDepth = 8

  /// Both components with their walls, then the pressure: one vector.
  private var state: [Double] {
    get { velocity.u.values + velocity.v.values + projection.pressure.values }
    nonmutating set {
      var start = 0
      for part in [velocity.u, velocity.v, projection.pressure] {
        for index in 0..<part.count { part.base[index] = newValue[start + index] }
        start += part.count
      }
    }
  }
}
