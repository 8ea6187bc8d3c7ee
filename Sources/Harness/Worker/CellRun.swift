import Experiment
import Foundation
import Randomness

/// The life of one cell inside a worker: data, model, training, judgement.
public enum CellRun {
  /// Runs the cell of `order`.
  ///
  /// All randomness comes from the stream `suite / task / model` of the cell's seed, so no cell's
  /// numbers depend on another's presence or order.
  /// - Parameters:
  ///   - order: What to run.
  ///   - catalogue: The shelves.
  ///   - shelf: The last prepared task; reused when task and data are the same, which saves time and
  ///     changes nothing.
  ///   - stage: Told at the beginning of each stage.
  /// - Returns: What the task found out and what it cost; every number is finite or missing.
  /// - Throws: What task, model or metrics throw; the cell has then failed.
  public static func perform(
    _ order: CellOrder, catalogue: Catalogue, shelf: inout PreparedTaskShelf,
    stage: (CellStage) throws -> Void = { _ in }
  ) throws -> CellOutcome {
    let meter = ResourceMeter()
    try stage(.prepare)
    let task = try shelf.prepared(order, catalogue: catalogue)
    let metrics = try order.cell.metrics.map {
      MetricUse(name: $0.name, metric: try catalogue.metric($0.use))
    }
    let random = stream(of: order.cell.identity)
    let scratch = try ScratchFolder(order.scratch)
    defer { scratch.remove() }
    let recipe = try ModelBuilding(order: order, catalogue: catalogue, scratch: scratch.url)
      .recipe()
    var model = try recipe.build(for: task.role, random: random)
    defer { _ = try? (model as? any PlacedModel)?.end() }
    try stage(.fit)
    shelf.reference.begin()
    let training = ContinuousClock.now
    let trace = try model.fit(task.training, within: order.cell.budget, random: random)
    let trainingSeconds = training.secondsUntilNow
    if !trace.stopped.isEmpty {
      print("training stopped after \(trace.steps) steps: \(trace.stopped)")
    }
    try stage(.evaluate)
    var evaluation = try Judgement(task: task, metrics: metrics).evaluation(of: model)
    shelf.reference.end()
    let prediction = try CostProtocol.prediction(
      model, task.training, batch: order.cell.budget.batchSize)
    evaluation.measurements += [
      CostProtocol.reference(shelf.reference),
      CostProtocol.training(seconds: trainingSeconds, trace, samples: task.training),
      prediction.measurement,
    ]
    evaluation.curves += trace.curves
    // A program of its own counts only once it has ended and been waited for.
    let placed = model as? any PlacedModel
    let ownMebibytes = try placed?.end() ?? 0
    var resources = meter.use()
    resources.peakMebibytes += ownMebibytes
    return CellOutcome(
      evaluation: evaluation.finite, parameterCount: model.parameterCount,
      resources: resources,
      facts: (placed?.facts ?? (model as? any AccountableModel)?.facts ?? [:])
        .merging(prediction.facts) { own, _ in own })
  }

  private static func stream(of cell: CellIdentity) -> RandomStream {
    RandomStream(seed: UInt64(bitPattern: Int64(cell.seed)))
      .stream(cell.suite).stream(cell.task).stream(cell.model)
  }
}
