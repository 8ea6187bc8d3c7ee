import Experiment
import Foundation
import Tensors

/// How a plan is run; nothing here can change a number except the thread count and the kernels, which
/// are part of every cell's key.
public struct RunOptions: Sendable {
  /// What becomes of cells that the store has already.
  public enum Repetition: Sendable, Equatable {
    /// Finished and failed cells are kept; only what is missing or was interrupted is run.
    case missingOnly
    /// Failed, timed-out and out-of-memory cells are run again as well.
    case missingAndFailed
    /// Everything is run again.
    case everything

    /// Whether a cell that stands at `state` is run. An interrupted cell always is; a failed one,
    /// which would fail the same way, only when asked.
    func runs(_ state: CellState) -> Bool {
      switch (state, self) {
      case (_, .everything), (.planned, _), (.running, _), (.cancelled, _): true
      case (.failed, .missingAndFailed), (.timedOut, .missingAndFailed): true
      case (.outOfMemory, .missingAndFailed): true
      default: false
      }
    }
  }

  /// Whether metrics, splits and models are tried before the first cell.
  public enum SelfTests: String, Sendable {
    /// They are, and a broken law stops the run.
    case performed
    /// They are not, and the run's record says so.
    case skipped
  }

  /// What failed cells mean for the exit code.
  public enum Failures: String, Sendable {
    /// A run whose cells are not all done ends with `ExitCode.cellsFailed`.
    case count
    /// It ends like one whose cells are.
    case areAllowed
  }

  /// Cells at the same time; lowered when `jobs` x `threads` goes over the cores.
  public var jobs: Int
  /// BLAS threads of each worker.
  public var threads: Int
  /// What the workers compute with.
  public var kernels: KernelMode
  /// What becomes of cells that the store has already.
  public var repetition: Repetition
  /// Whether metrics, splits and models are tried before the first cell.
  public var selfTests: SelfTests
  /// Where data are looked for.
  public var data: DataPlaces
  /// What failed cells mean for the exit code.
  public var failures = Failures.count
  /// When a cell is run again within the run.
  public var attempts = AttemptRules()
  /// Elapsed seconds after which the run is to be over: it begins no cell that is expected to end later, and
  /// takes the cells in the order in which they tell most. Nil is no limit. Cells under way are not cut.
  public var allowedSeconds: Double?
  /// Where the folders for files of cells under way are made.
  public var temporaryFolder = FileManager.default.temporaryDirectory
  /// The command line, for the record.
  public var command: [String]
  /// The environment variables of this process: those that matter are recorded.
  public var environment: [String: String]

  /// Options; by default one job with one thread, and nothing is run twice.
  public init(
    jobs: Int = 1, threads: Int = 1, kernels: KernelMode = .fastest,
    repetition: Repetition = .missingOnly, selfTests: SelfTests = .performed, dataFolder: URL,
    importedData: [String: URL] = [:], command: [String] = [], environment: [String: String] = [:]
  ) {
    self.jobs = jobs
    self.threads = threads
    self.kernels = kernels
    self.repetition = repetition
    self.selfTests = selfTests
    data = DataPlaces(generated: dataFolder, imported: importedData)
    self.command = command
    self.environment = environment
  }

  /// The folder of generated data.
  public var dataFolder: URL { data.generated }

  /// The user's own downloads, by benchmark.
  public var importedData: [String: URL] {
    get { data.imported }
    set { data.imported = newValue }
  }
}
