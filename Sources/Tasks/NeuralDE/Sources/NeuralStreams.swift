import Randomness

/// The random streams of the suite's tasks. Their root is fixed: data, splits and what is hidden depend on
/// the task alone, never on the seed of a cell.
enum NeuralStreams {
  /// The stream called `path` of all tasks.
  static func stream(_ path: String...) -> RandomStream {
    path.reduce(RandomStream(seed: 0).stream("neural-de")) { $0.stream($1) }
  }
}
