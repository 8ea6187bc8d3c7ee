import Physics
import Tensors

/// The frames of one run.
struct FlowRecording {
  /// Cells along each side.
  let size: Int
  private var frames = 0
  private var u: [Float] = []
  private var v: [Float] = []
  private var others: [(name: String, shape: [Int], values: [Float])] = []

  init(size: Int) {
    self.size = size
  }

  /// Takes frame k (from 0) of `flow` at (k + 1) intervals.
  /// - Throws: `FlowDivergence`.
  mutating func record(
    _ flow: inout any TransientFlow, frames count: Int, interval: Double
  ) throws {
    for frame in 1...count {
      try flow.advance(to: Double(frame) * interval)
      let sample = flow.sampled(rows: size, columns: size)
      guard sample.u.allSatisfy(\.isFinite), sample.v.allSatisfy(\.isFinite) else {
        throw FlowDivergence(time: flow.time, courantNumber: .nan)
      }
      u += sample.u
      v += sample.v
      append((flow as? any FrameRecorder)?.recordedFrame(rows: size, columns: size) ?? [])
      frames = frame
    }
  }

  private mutating func append(_ arrays: [RecordedArray]) {
    if frames == 0 { others = arrays.map { ($0.name, $0.shape, []) } }
    precondition(
      arrays.map(\.name) == others.map(\.name), "a flow records the same arrays at each frame")
    for (place, array) in arrays.enumerated() { others[place].values += array.values }
  }

  /// What is stored, by the name of the file: [frame, row, column] for fields.
  func tensors() -> [(name: String, tensor: Tensor)] {
    let shape = [frames, size, size]
    return [("u", Tensor(shape: shape, values: u)), ("v", Tensor(shape: shape, values: v))]
      + others.map { ($0.name, Tensor(shape: [frames] + $0.shape, values: $0.values)) }
  }

  /// ‖U − U'‖ / ‖U‖ over all frames, cells and both components.
  func relativeDifference(from other: FlowRecording) -> Double {
    var difference = 0.0
    var reference = 0.0
    for (mine, theirs) in [(u, other.u), (v, other.v)] {
      for (a, b) in zip(mine, theirs) {
        difference += Double(a - b) * Double(a - b)
        reference += Double(a) * Double(a)
      }
    }
    return reference > 0 ? (difference / reference).squareRoot() : 0
  }
}
