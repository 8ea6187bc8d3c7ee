import DataFormats
import Experiment
import Foundation
import Physics
import Tensors

/// Simulates one case and writes it in the official format.
struct FlowGeneration {
  let dataset: CFDBenchDataset
  let entry: FlowEnumeration
  let plan: SimulationPlan

  func run(into folder: URL) throws {
    var flow = plan.start.flow()
    var recording = FlowRecording(size: dataset.outputSize)
    var record = GenerationRecord(plan, dataset)
    do {
      try recording.record(&flow, frames: dataset.frames, interval: dataset.frameInterval)
    } catch let divergence as FlowDivergence {
      record.failure = divergence.description
      try PartFailure(reason: divergence.description).write(into: folder)
      return try AtomicFile.write(record.encoded(), to: folder.appending(path: "assay.json"))
    }
    record.ledger = flow.ledger
    estimateError(of: recording, into: &record)
    for (name, tensor) in recording.tensors() {
      try NPYWriter.write(tensor, to: folder.appending(path: "\(name).npy"))
    }
    let text = FlowCaseFile.text(
      entry.parameters, number: entry.number, size: dataset.outputSize)
    try AtomicFile.write(Data(text.utf8), to: folder.appending(path: FlowCaseFile.fileName))
    try AtomicFile.write(record.encoded(), to: folder.appending(path: "assay.json"))
  }

  private func estimateError(of recording: FlowRecording, into record: inout GenerationRecord) {
    guard dataset.estimatesError, let coarser = plan.coarser.first else { return }
    record.coarserGrid = coarser.grid
    var flow = coarser.flow()
    var other = FlowRecording(size: dataset.outputSize)
    do {
      try other.record(&flow, frames: dataset.frames, interval: dataset.frameInterval)
      record.errorEstimate = recording.relativeDifference(from: other) / plan.errorRatio
      record.errorRatio = plan.errorRatio
    } catch {
      record.errorEstimateMissing = "On the coarser grid: \(error)"
    }
  }
}
