/// In what the authors' loaders (src/dataset/*.py) differ from problem to problem.
struct PublishedLoader: Sendable {
  /// Tracks whose split is cut by `int()`; the others use `round()` (defect D11).
  let truncatedSplits: Set<FlowTrack>
  /// Frames between the two of an autoregressive pair (defect D4).
  let frameStride: Int
  /// Whether a case ends where it is steady (defect D13).
  let endsWhenSteady: Bool
}
