/// Where real data lie that a run reads and does not make.
public enum DataSupply: Sendable, Equatable {
  /// Shipped with a suite: a folder below that of the suites, as `neural-de/data/mnist-5k`.
  case shipped(folder: String)
  /// Installed by a package of the system, or taken out of one: absolute folders, or such below the user's
  /// home (`~/…`), of which the first with all files is read; these files; and what to do without them.
  case installed(folders: [String], files: [String], remedy: String)
  /// Had by nobody but the user, who imports them: what to do.
  case own(remedy: String)
}
