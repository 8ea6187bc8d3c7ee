import Experiment
import Foundation

/// A run that is spread over processes or nodes: what is run, in which parts, and how.
///
/// It does not change once it is made; what becomes of its elements stands beside it in its folder.
public struct Submission: Codable, Sendable, Equatable {
  /// Its id, sortable by time.
  public var id: String
  /// The version of the program that made it.
  public var version: String
  /// The program, by its absolute path; every node must see it there.
  public var program: String
  /// Where it is run, by its absolute path: relative paths of the selection start here.
  public var workingFolder: String
  /// The store that shards are merged into, by its absolute path.
  public var store: String
  /// What `assay run` and `assay data generate` are told to choose and where data lie: suites,
  /// profile, tasks, models, seeds, folders.
  public var selection: [String]
  /// What `assay run` alone is told besides, as `--jobs`.
  public var runOptions: [String]
  /// How many shards the cells were cut into.
  public var shardCount: Int
  /// The shards that have cells.
  public var elements: [SubmissionElement]
  /// Elements at the same time; 0 for no limit.
  public var atOnce: Int
  /// Who starts the elements.
  public var launcher: LauncherKind
  /// Options for `sbatch` alone, as they are given to it.
  public var slurmOptions: [String]

  /// A submission.
  public init(
    id: String, version: String, program: String, workingFolder: String, store: String,
    selection: [String], runOptions: [String] = [], shardCount: Int,
    elements: [SubmissionElement], atOnce: Int = 0, launcher: LauncherKind,
    slurmOptions: [String] = []
  ) {
    self.id = id
    self.version = version
    self.program = program
    self.workingFolder = workingFolder
    self.store = store
    self.selection = selection
    self.runOptions = runOptions
    self.shardCount = shardCount
    self.elements = elements
    self.atOnce = atOnce
    self.launcher = launcher
    self.slurmOptions = slurmOptions
  }

  /// Cores on which data are made: those of an element, on one machine those of all that run at once.
  var dataCores: Int {
    let cores = ElementResources.covering(elements.map(\.resources)).cores
    switch launcher {
    case .slurm: return cores
    case .local: return cores * (atOnce > 0 ? atOnce : elements.count)
    }
  }

  /// A new id, as in `20260731-134502-4711`: a time in UTC and the process that asks.
  public static func newIdentifier(at date: Date = Date(), process: Int32 = getpid()) -> String {
    let parts = date.ISO8601Format().prefix { $0 != "Z" }.filter { $0 != "-" && $0 != ":" }
    return "\(parts.replacing("T", with: "-"))-\(process)"
  }
}
