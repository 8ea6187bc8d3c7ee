import Tensors

/// One case in memory: its parameters and its frames.
public struct FlowSeries: Sendable, Equatable {
  /// The sweep that it belongs to.
  public let sweep: FlowSweep
  /// The number in its folder's name.
  public let number: Int
  /// Its folder below the dataset's, as in `cavity/bc/case0007`.
  public let path: String
  /// What it is.
  public let parameters: FlowParameters
  /// The velocity as it lies in the files, [frame, component, row, column] in m/s; row 0 is the bottom.
  public let velocity: Tensor

  /// A case.
  public init(
    sweep: FlowSweep, number: Int, path: String, parameters: FlowParameters, velocity: Tensor
  ) {
    self.sweep = sweep
    self.number = number
    self.path = path
    self.parameters = parameters
    self.velocity = velocity
  }

  /// The frames.
  public var frameCount: Int { velocity.shape[0] }

  /// One frame: u, then v, each row-major.
  func frame(_ index: Int) -> ArraySlice<Float> {
    let width = velocity.rowCount
    return velocity.values[index * width..<(index + 1) * width]
  }
}
