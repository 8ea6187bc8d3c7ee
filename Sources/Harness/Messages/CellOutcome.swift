import Experiment

/// What running one cell brought.
public struct CellOutcome: Codable, Sendable, Equatable {
  /// What the task found out, with costs and learning curves.
  public var evaluation: Evaluation
  /// Trainable real scalars.
  public var parameterCount: Int
  /// What it cost.
  public var resources: ResourceUse
  /// What else the model told, as `software torch`.
  public var facts: [String: String]

  private enum CodingKeys: CodingKey {
    case evaluation, parameterCount, resources, facts
  }

  /// An outcome.
  public init(
    evaluation: Evaluation, parameterCount: Int, resources: ResourceUse,
    facts: [String: String] = [:]
  ) {
    self.evaluation = evaluation
    self.parameterCount = parameterCount
    self.resources = resources
    self.facts = facts
  }

  /// Decodes what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    evaluation = try values.decode(PackedEvaluation.self, forKey: .evaluation).evaluation()
    parameterCount = try values.decode(Int.self, forKey: .parameterCount)
    resources = try values.decode(ResourceUse.self, forKey: .resources)
    facts = try values.decode([String: String].self, forKey: .facts)
  }

  /// Encodes long series as packed bytes: decimal digits would take longer than many a cell.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(PackedEvaluation(evaluation), forKey: .evaluation)
    try values.encode(parameterCount, forKey: .parameterCount)
    try values.encode(resources, forKey: .resources)
    try values.encode(facts, forKey: .facts)
  }
}
