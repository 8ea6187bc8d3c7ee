import Tensors

/// One case on the grid that models see.
struct FlowTrajectory: Sendable {
  let sweep: FlowSweep
  let number: Int
  let path: String
  let parameters: FlowParameters
  /// [frame, component, row, column] in m/s; row 0 is the bottom.
  let velocity: Tensor
  let boundary: FlowBoundary

  var frameCount: Int { velocity.shape[0] }

  /// One frame: u, then v, each row-major.
  func frame(_ index: Int) -> ArraySlice<Float> {
    let width = velocity.rowCount
    return velocity.values[index * width..<(index + 1) * width]
  }
}
