/// Where real data lie that a run reads and does not make.
public enum DataSupply: Sendable, Equatable {
  /// Shipped with a suite: a folder below that of the suites, as `neural-de/data/mnist-5k`.
  case shipped(folder: String)
  /// Installed by a package of the system: an absolute folder, the files of it that are the data, and what
  /// to do when one is absent.
  case installed(folder: String, files: [String], remedy: String)
  /// Had by nobody but the user, who imports them: what to do.
  case own(remedy: String)
}
