import Experiment
import Foundation

/// What the harness asks of a worker.
enum WorkerRequest: Codable, Sendable, Equatable {
  case cell(CellOrder)
  case part(PartOrder)
  case selfTest(CellOrder)
}
