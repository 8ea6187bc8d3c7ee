import Experiment
import Statistics

/// The values of one baseline over the commits of a repository, a series for each quantity.
public struct BaselineHistory: Sendable, Equatable {
  /// One state of the baseline's `measurements.tsv`.
  public struct Commit: Sendable, Equatable {
    /// The commit.
    public var id: String
    /// Its date, ISO 8601.
    public var date: String
    /// The text of `measurements.tsv` at the commit.
    public var measurements: String

    /// A state.
    public init(id: String, date: String, measurements: String) {
      self.id = id
      self.date = date
      self.measurements = measurements
    }
  }

  /// One quantity of one model over the commits that have it.
  public struct Series: Sendable, Equatable {
    /// The suite's id.
    public var suite: String
    /// The task's id.
    public var task: String
    /// The model's id.
    public var model: String
    /// The quantity.
    public var quantity: Quantity
    /// The commits, from the oldest.
    public var commits: [String]
    /// Their dates.
    public var dates: [String]
    /// The mean over seeds with its Student interval at each commit.
    public var values: [Interval]

    /// Where the value changed its level for good, and not by noise alone; a place is an index into
    /// `commits`. Empty when it never did.
    public var steps: [StepHistory.Step] {
      StepHistory(values.map(\.estimate))?.steps ?? []
    }
  }

  /// Series sorted by suite, task, model and quantity.
  public let series: [Series]

  /// The history of the quantities that `suites` rank by, or of all whole evaluations when `suites` is
  /// empty. `commits` from the oldest. A commit at which a seed has no value has no place in the series.
  /// - Throws: `AssayError` (bad input) with commit and line when a state cannot be read.
  public init(_ commits: [Commit], suites: [SuiteDescription] = [], profile: Profile) throws {
    var found: [Name: [(commit: Commit, values: [MeasuredValue])]] = [:]
    for commit in commits {
      let cells = try MeasurementTable.measurements(
        of: commit.measurements, file: "\(commit.id.prefix(12)):\(Baseline.measurementsFile)",
        kind: .result, profile: profile)
      var states: [Name: [MeasuredValue]] = [:]
      for (identity, measurements) in cells.sorted(by: { $0.key < $1.key }) {
        for measurement in measurements where measurement.position == 0 {
          let name = Name(identity, measurement)
          if suites.isEmpty || name.ranks(in: suites) {
            states[name, default: []].append(measurement.value)
          }
        }
      }
      for (name, values) in states { found[name, default: []].append((commit, values)) }
    }
    series = found.sorted { $0.key.sortKey.lexicographicallyPrecedes($1.key.sortKey) }
      .compactMap { name, states in BaselineHistory.series(name, states) }
  }

  private struct Name: Hashable {
    let suite: String
    let task: String
    let model: String
    let quantity: Quantity

    init(_ identity: CellIdentity, _ measurement: Measurement) {
      suite = identity.suite
      task = identity.task
      model = identity.model
      quantity = Quantity(
        metric: measurement.metric, evaluation: measurement.evaluation, split: measurement.split)
    }

    var sortKey: [String] {
      [suite, task, model, quantity.metric, quantity.evaluation, quantity.split]
    }

    func ranks(in suites: [SuiteDescription]) -> Bool {
      suites.contains { suite in
        suite.id == self.suite
          && suite.tasks.contains { $0.id == task && $0.primary.contains(quantity) }
      }
    }
  }

  private static func series(_ name: Name, _ states: [(commit: Commit, values: [MeasuredValue])])
    -> Series?
  {
    let complete = states.compactMap { commit, values -> (Commit, Interval)? in
      let numbers = values.compactMap(\.number)
      guard numbers.count == values.count, let mean = Interval.mean(of: numbers),
        mean.estimate.isFinite
      else { return nil }
      return (commit, mean)
    }
    guard !complete.isEmpty else { return nil }
    return Series(
      suite: name.suite, task: name.task, model: name.model, quantity: name.quantity,
      commits: complete.map(\.0.id), dates: complete.map(\.0.date), values: complete.map(\.1))
  }
}
