import Physics

/// A flow that offers more than its velocity: what is stored beside the official files, frame by frame.
protocol FrameRecorder: TransientFlow {
  /// What to store of the present time, always the same names and shapes; fields have `rows` x `columns`
  /// cells, as the volume fraction `alpha` has.
  func recordedFrame(rows: Int, columns: Int) -> [RecordedArray]
}
