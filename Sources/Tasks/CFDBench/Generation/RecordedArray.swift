/// One array of one frame.
struct RecordedArray: Sendable, Equatable {
  /// The file's name without `.npy`, as in `alpha` or `forces`.
  let name: String
  /// The extents without the frame, as in [64, 64] or [2].
  let shape: [Int]
  /// The numbers, row-major.
  let values: [Float]
}
