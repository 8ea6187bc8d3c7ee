/// What a model tells of itself.
public struct ModelAccount: Sendable, Equatable {
  /// A number of each sample, or of the whole when there is one.
  public struct Entry: Sendable, Equatable {
    /// The account's name, as `AccountMetric.account`.
    public let name: String
    /// What it was counted in, as `solve` for samples that are solved one by one.
    public let evaluation: String
    /// The numbers, or why there are none, in the order of the predictions.
    public let values: [MeasuredValue]

    /// An entry.
    public init(name: String, evaluation: String, values: [MeasuredValue]) {
      self.name = name
      self.evaluation = evaluation
      self.values = values
    }
  }

  /// The numbers.
  public var entries: [Entry]
  /// Long series, as the step sizes of a solve; stored as they are.
  public var curves: [Curve]

  /// An account.
  public init(entries: [Entry] = [], curves: [Curve] = []) {
    self.entries = entries
    self.curves = curves
  }

  /// The entries that `metrics` ask for, under the names that the suite gave these: the mean over the
  /// samples, and the samples themselves when there are several.
  public func evaluation(for metrics: [MetricUse]) -> Evaluation {
    var found = Evaluation(curves: curves)
    for use in metrics {
      guard let metric = use.metric as? any AccountMetric else { continue }
      for entry in entries where entry.name == type(of: metric).account {
        found.measurements.append(
          Measurement(
            metric: use.name, split: "test", evaluation: entry.evaluation,
            value: MeasuredValue.mean(entry.values), sampleCount: entry.values.count))
        if entry.values.count > 1 { found.curves.append(entry.samples(of: use.name)) }
      }
    }
    return found
  }
}

extension ModelAccount.Entry {
  /// The samples that have a number.
  fileprivate func samples(of metric: String) -> Curve {
    let present = values.enumerated().compactMap { index, value in
      value.number.map { (Double(index), $0) }
    }
    return Curve(
      name: "\(metric)/test/\(evaluation)/samples", axis: "sample", positions: present.map(\.0),
      values: present.map(\.1))
  }
}
