extension CavityFlow {
  /// The kinetic energy per metre of depth, in J/m: half the density times the squared velocity on
  /// each face times the volume that the face stands for.
  public var kineticEnergy: Double { flow.density * velocity.energy(on: grid) }

  /// The largest |div u| over the cells, in units of lid speed over cavity width.
  public var maximumDivergence: Double {
    projection.largestDivergence(velocity) * flow.convectiveTime
  }

  /// The largest velocity component on any face, walls included, in m/s.
  public var maximumSpeed: Double { velocity.largestComponent }

  /// Whether every velocity is a number; a run that blew up is no result.
  public var isFinite: Bool { velocity.energy(on: grid).isFinite }

  /// The centre of the primary vortex, where the stream function is least.
  public var primaryVortex: VortexCentre { StreamFunction(velocity, on: grid).leastPoint(flow) }

  /// What is conserved: a cavity has one fluid and no inflow.
  public var ledger: ConservationLedger { ConservationLedger(largestDivergence: maximumDivergence) }
}
