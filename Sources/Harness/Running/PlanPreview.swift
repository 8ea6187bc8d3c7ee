import Experiment
import Planning
import Store

/// What a run of a plan would do: nothing is made, run or stored to find it out.
public struct PlanPreview: Codable, Sendable, Equatable {
  /// A cell of a preview.
  public struct Cell: Codable, Sendable, Equatable {
    /// Which cell.
    public var identity: CellIdentity
    /// Its key; empty while its data are not there, because they are part of it.
    public var key: String
    /// Where it stands now.
    public var state: CellState
    /// Expected seconds, 0 when nobody knows.
    public var expectedSeconds: Double
    /// Whether a run would run it.
    public var wouldRun: Bool
    /// Whether a run would leave it out, because the time that it is allowed would not be enough.
    public var isLeftOut = false
  }

  /// Data of a preview.
  public struct Dataset: Codable, Sendable, Equatable {
    /// The dataset.
    public var identifier: String
    /// Parts that a run would make first.
    public var missingParts: Int
    /// Their expected seconds on one core.
    public var expectedSeconds: Double
  }

  /// The cells in the order of the plan.
  public var cells: [Cell]
  /// The datasets.
  public var datasets: [Dataset]
  /// Expected elapsed seconds of a run that is allowed a time; nil of one that is not. What nobody knows the
  /// time of counts nothing.
  public var expectedSeconds: Double?

  init(_ plan: Plan, harness: Harness, options: RunOptions) throws {
    let cache = options.data.cache
    let requests = try DataRequest.all(plan.cells.map(\.task), catalogue: harness.catalogue)
    var locations: [String: DataLocation] = [:]
    datasets = try requests.map { request in
      let dataset = request.dataset
      let own = options.importedData[dataset.benchmark].map {
        ImportedFolder(folder: $0, cache: options.dataFolder)
      }
      if let own {
        // A download that lacks this problem is told when the plan is run.
        if own.exists { locations[dataset.identifier] = try own.location() }
      } else {
        locations[dataset.identifier] = cache.location(of: dataset)
      }
      let isToBeMade = own == nil && locations[dataset.identifier] == nil
      let missing = isToBeMade ? cache.missingParts(of: dataset) : []
      return Dataset(
        identifier: dataset.identifier, missingParts: missing.count,
        expectedSeconds: missing.map(\.expectedSeconds).reduce(0, +))
    }
    let numerics = NumericEnvironment(threads: options.threads, kernels: options.kernels)
    let durations = Durations(
      past: try harness.store.pastSeconds(suite: plan.suite.id, profile: plan.profile))
    let keys = try plan.cells.map { cell in
      let dataset = try harness.catalogue.task(cell.task).dataset.identifier
      return try locations[dataset].map {
        try CellKey.make(cell, data: $0, numerics: numerics, catalogue: harness.catalogue).hash
      } ?? ""
    }
    let states = try harness.store.states(among: keys)
    cells = zip(plan.cells, keys).map { cell, key in
      let state = states[key]?.state ?? .planned
      return Cell(
        identity: cell.identity, key: key, state: state,
        expectedSeconds: durations.expected(cell.identity.pair),
        wouldRun: options.repetition.runs(state))
    }
    if let allowed = options.allowedSeconds { leaveOut(after: allowed, plan, options, durations) }
  }

  /// Marks the cells for which there would be no time; data come first, and are made whole.
  private mutating func leaveOut(
    after allowed: Double, _ plan: Plan, _ options: RunOptions, _ durations: Durations
  ) {
    let jobs = PoolSettings(options).jobs
    var forecast = Forecast(
      jobs: jobs, afterSeconds: datasets.map(\.expectedSeconds).reduce(0, +) / Double(jobs),
      allowedSeconds: allowed)
    let pending = cells.indices.filter { cells[$0].wouldRun }
    let order = BlockOrder(
      pending.map { cells[$0].identity }, seconds: pending.map { cells[$0].expectedSeconds },
      present: cells.filter { !$0.wouldRun }.map(\.identity))
    for place in order.places().map({ pending[$0] }) {
      let isInTime = forecast.admits(
        seconds: cells[place].expectedSeconds,
        isKnown: durations.known(cells[place].identity.pair) > 0,
        plan.cells[place].budget.company)
      if isInTime { continue }
      cells[place].wouldRun = false
      cells[place].isLeftOut = true
    }
    expectedSeconds = forecast.end
  }
}
