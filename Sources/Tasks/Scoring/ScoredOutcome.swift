import Experiment

/// A prediction that can be scored, or why there is none.
enum ScoredOutcome {
  case scored(ScoredField)
  case missing(String)

  /// The value of `metric` on this one.
  func value(_ metric: any Metric) -> MeasuredValue {
    switch self {
    case .scored(let field): metric.value(field)
    case .missing(let reason): .missing(reason)
    }
  }

  /// The value of `metric` on all of `outcomes`: missing when one is missing, so that a blow-up is
  /// never averaged away.
  static func aggregate(_ outcomes: [ScoredOutcome], by metric: any Metric) -> MeasuredValue {
    var fields: [ScoredField] = []
    var reasons: [String] = []
    for outcome in outcomes {
      switch outcome {
      case .scored(let field): fields.append(field)
      case .missing(let reason): reasons.append(reason)
      }
    }
    if let reason = reasons.first {
      return .missing("\(reasons.count) of \(outcomes.count) samples: \(reason)")
    }
    return metric.aggregate(fields)
  }

  /// All of `outcomes`, which are successive, as one: missing when one is.
  static func joined(_ outcomes: [ScoredOutcome]) -> ScoredOutcome {
    var fields: [ScoredField] = []
    for outcome in outcomes {
      switch outcome {
      case .scored(let field): fields.append(field)
      case .missing(let reason): return .missing(reason)
      }
    }
    return .scored(FieldScorer.joined(fields))
  }
}
