import Experiment
import Randomness

/// All checks of one cell's task, metrics and model, inside a worker.
struct SelfTest {
  let order: CellOrder
  let catalogue: Catalogue

  /// The findings. A model that raises an error has no finding but a note: its cells will fail and
  /// store the reason.
  /// - Throws: what reading the task's data throws.
  func findings(shelf: inout PreparedTaskShelf) throws -> [SelfTestFinding] {
    let task = try shelf.prepared(order, catalogue: catalogue)
    let metrics = try order.cell.metrics.map {
      MetricUse(name: $0.name, metric: try catalogue.metric($0.use))
    }
    return metrics.flatMap { MetricSelfTest($0).findings() }
      + SplitSelfTest(task.cases).findings() + modelFindings(task)
  }

  private func modelFindings(_ task: any PreparedTask) -> [SelfTestFinding] {
    let name = order.cell.identity.model
    do {
      let scratch = try ScratchFolder(order.scratch)
      defer { scratch.remove() }
      return try ModelSelfTest(
        try ModelBuilding(order: order, catalogue: catalogue, scratch: scratch.url).recipe(),
        called: name, on: task,
        random: RandomStream(seed: 0).stream("self-test").stream(name)
      ).findings()
    } catch {
      return [
        SelfTestFinding(
          subject: "model \(name)", law: "can be tried", outcome: .noted, detail: "\(error)")
      ]
    }
  }
}
