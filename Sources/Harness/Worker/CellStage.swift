/// Where a cell is within its worker.
public enum CellStage: String, Codable, Sendable {
  /// Data are read and laid out.
  case prepare
  /// The model learns.
  case fit
  /// The model is judged.
  case evaluate
}
