import Experiment
import Foundation

/// What a cell was asked, apart from model and seed: two numbers with other answers are not two
/// measurements of one quantity.
struct CellProtocol: Equatable {
  let origin: DataLocation.Origin
  /// The hash of the data; empty when it is not known.
  let data: String
  /// The hash of the task with its parameters; empty when it is not known.
  let task: String

  /// Read from a cell's configuration: the resolved one of the harness, or the two hashes that a
  /// baseline keeps of it.
  init(_ cell: CellResult) {
    origin = cell.dataOrigin
    guard cell.configuration != "{}" else {
      (data, task) = ("", "")
      return
    }
    let found = try? JSONDecoder().decode(Stored.self, from: Data(cell.configuration.utf8))
    data = found?.data ?? ""
    task =
      found?.taskHash
      ?? found?.task.map { Digest.sha256(Data("\($0.name)\n\($0.parameters)".utf8)) } ?? ""
  }

  private struct Stored: Codable {
    struct Use: Codable {
      let name: String
      let parameters: String
    }

    var data: String?
    var task: Use?
    var taskHash: String?
  }

  /// The two hashes as the configuration of a cell of a baseline; `{}` when neither is known.
  static func configuration(data: String, task: String) -> String {
    guard !data.isEmpty || !task.isEmpty else { return "{}" }
    return "{\"data\":\"\(data)\",\"taskHash\":\"\(task)\"}"
  }

  /// Why `self` here and `other` in the baseline cannot be compared; nil when they can, or when
  /// nothing is known against it.
  ///
  /// Generated data may differ in their last bits between processors of unlike instruction sets:
  /// another hash is then no other data.
  func clash(with other: CellProtocol, onSameInstructions isSameMachine: Bool) -> String? {
    if origin != other.origin {
      return "the data are \(origin.rawValue) here and \(other.origin.rawValue) in the baseline"
    }
    if !task.isEmpty, !other.task.isEmpty, task != other.task {
      return "the task's parameters changed since the baseline was saved"
    }
    guard !data.isEmpty, !other.data.isEmpty, data != other.data else { return nil }
    if origin == .generated, !isSameMachine { return nil }
    return "the data are not those of the baseline (hash \(data.prefix(12)) here, "
      + "\(other.data.prefix(12)) there)"
  }
}
