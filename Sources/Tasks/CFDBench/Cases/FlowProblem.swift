/// The four problems of CFDBench (Luo et al. 2023, arXiv:2310.05963): 739 cases in all.
public enum FlowProblem: String, Codable, Sendable, CaseIterable {
  /// A box under a moving lid: 159 cases.
  case cavity
  /// A channel that is full of air and into which water is pushed: 175 cases.
  case tube
  /// A jet of water that runs over a barrier under air: 220 cases.
  case dam
  /// The flow around a cylinder in a channel: 185 cases.
  case cylinder

  /// The cases of `sweep` in the order of the numbers of their folders. Where the authors have not
  /// published a list, the definition of the problem says by which rule ours is made.
  public func cases(of sweep: FlowSweep) -> [FlowParameters] { definition.cases(sweep) }

  /// Seconds between the frames of the released data, by the authors' generation scripts.
  public var frameInterval: Double { definition.frameInterval }

  /// The number in the folder of the first case of `sweep`: BC from 0, then PROP, then GEO.
  public func firstNumber(of sweep: FlowSweep) -> Int {
    FlowSweep.allCases.prefix { $0 != sweep }.map { cases(of: $0).count }.reduce(0, +)
  }

  /// All that differs from problem to problem; a new problem is a case here and a file beside.
  var definition: ProblemDefinition {
    switch self {
    case .cavity: .cavity
    case .tube: .tube
    case .dam: .dam
    case .cylinder: .cylinder
    }
  }
}
