/// The forces on a cylinder step after step, and what a periodic wake makes of them.
public struct ForceHistory: Sendable, Equatable {
  /// The forces, in order of time.
  public private(set) var forces: [BodyForces] = []

  /// An empty history.
  public init() {}

  /// Adds the forces of the next step.
  public mutating func append(_ next: BodyForces) { forces.append(next) }

  /// The history from `time` seconds on.
  public func from(_ time: Double) -> ForceHistory {
    var part = ForceHistory()
    part.forces = forces.filter { $0.time >= time }
    return part
  }

  /// The step with the largest drag; nil without steps.
  public var largestDrag: BodyForces? { forces.max { $0.drag < $1.drag } }

  /// The step with the largest lift; nil without steps.
  public var largestLift: BodyForces? { forces.max { $0.lift < $1.lift } }

  /// The largest lift less the least.
  public var liftRange: Double {
    let lifts = forces.map(\.lift)
    return (lifts.max() ?? 0) - (lifts.min() ?? 0)
  }

  /// The time between upward crossings of the middle of the lift's range, on average, in s; nil with
  /// fewer than two crossings.
  public var period: Double? {
    let lifts = forces.map(\.lift)
    let middle = 0.5 * ((lifts.max() ?? 0) + (lifts.min() ?? 0))
    var crossings: [Double] = []
    for (before, after) in zip(forces, forces.dropFirst())
    where before.lift < middle && after.lift >= middle {
      let part = (middle - before.lift) / (after.lift - before.lift)
      crossings.append(before.time + part * (after.time - before.time))
    }
    guard let first = crossings.first, let last = crossings.last, crossings.count > 1 else {
      return nil
    }
    return (last - first) / Double(crossings.count - 1)
  }

  /// The largest drag, the range of the lift and the Strouhal number of `flow`; NaN for what there is not.
  public func wake(of flow: CylinderCase) -> [Double] {
    [largestDrag?.drag ?? .nan, liftRange, strouhalNumber(of: flow) ?? .nan]
  }

  /// diameter / (period U), with U the mean inlet velocity of the case; nil when the lift has no period.
  public func strouhalNumber(of flow: CylinderCase) -> Double? {
    period.map { flow.convectiveTime / $0 }
  }
}
