/// What a suite asks of its models together; a report answers it on every task, from results alone.
public enum SuiteQuestion: Codable, Sendable, Equatable {
  /// How much of a cost each model saves against `reference` at equal quality, which is looked up on the
  /// reference's own curve over its settings: the variants whose names begin with `settings` and a
  /// hyphen (`ModelVariant`), and the setting that it was trained with.
  case saving(reference: String, cost: Quantity, settings: String)
  /// How the models of `first` stand to those of `second`, in quality and in cost.
  case contrast(title: String, first: [String], second: [String], cost: Quantity)

  /// What a solver's work is counted in.
  public static let evaluations = Quantity(metric: "nfe", evaluation: "solve")
  /// The settings of a solver that trade quality for cost.
  public static let tolerances = "tolerance"

  /// The cost that is asked for.
  public var cost: Quantity {
    switch self {
    case .saving(_, let cost, _), .contrast(_, _, _, let cost): cost
    }
  }
}
