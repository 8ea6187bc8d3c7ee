import CProcess
import Foundation

/// A program to be started in a session of its own, and within which bounds.
public struct ProcessLaunch: Sendable {
  /// What a program may use; nil means what this process may.
  public struct Limits: Sendable, Equatable {
    /// Seconds of processor time, after which it is killed (SIGXCPU).
    public var processorSeconds: UInt64?
    /// Bytes of address space.
    public var addressSpaceBytes: UInt64?
    /// Bytes of the largest file that it may write (SIGXFSZ).
    public var fileBytes: UInt64?
    /// Open descriptors.
    public var openFiles: UInt64?

    /// No limits of its own.
    public init() {}
  }

  /// A program that runs.
  public struct Started: Sendable, Equatable {
    /// Its process, which leads a session.
    public let process: pid_t
    /// Whether the kernel took the network away, as asked.
    public let isNetworkDenied: Bool
    /// Whether the kernel confines its writes to the folders given.
    public let areWritesConfined: Bool
    /// Whether it can send signals to what it started alone.
    public let areSignalsConfined: Bool
    /// Whether shared memory is its own, but for the folders given.
    public let ownsSharedMemory: Bool
  }

  /// Why a program does not run.
  public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What could not be done, as in `start the program`.
    public let step: String
    /// The system's number of the error.
    public let code: Int32
    /// What the system says about it.
    public var description: String { "cannot \(step): \(String(cString: strerror(code)))" }
  }

  /// The program's path.
  public var executable: String
  /// Its arguments, its name first.
  public var arguments: [String]
  /// Its variables; nothing is inherited.
  public var environment: [String: String] = [:]
  /// Its working folder; nil for ours.
  public var folder: String?
  /// What it may use.
  public var limits = Limits()
  /// The cores that it may run on; none named means ours.
  public var cores: [Int] = []
  /// The only folders in which it may write, besides a shared memory of its own; nil for anywhere.
  public var writableFolders: [String]?
  /// Whether it is to have no network.
  public var network = NetworkAccess.allowed

  /// A launch of `executable`.
  public init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// Starts it with these as its standard descriptors; every other one of ours is closed in it.
  /// - Throws: `Failure`.
  public func start(input: Int32, output: Int32, errors: Int32) throws -> Started {
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let lists = [arguments, variables, writableFolders ?? [], [executable, folder ?? ""]]
      .map(CStringList.init)
    var launched = assay_launched()
    let mask = coreMask()
    let result = withExtendedLifetime(lists) {
      mask.withUnsafeBytes { mask in
        var launch = assay_launch()
        launch.arguments = lists[0].pointer
        launch.environment = lists[1].pointer
        launch.writable = writableFolders == nil ? nil : lists[2].constantPointer
        launch.executable = lists[3].constantPointer?[0]
        launch.folder = folder == nil ? nil : lists[3].constantPointer?[1]
        (launch.input, launch.output, launch.errors) = (input, output, errors)
        launch.processor_seconds = limits.processorSeconds ?? UInt64.max
        launch.address_space_bytes = limits.addressSpaceBytes ?? UInt64.max
        launch.file_bytes = limits.fileBytes ?? UInt64.max
        launch.open_files = limits.openFiles ?? UInt64.max
        launch.cores = cores.isEmpty ? nil : mask.baseAddress
        launch.cores_bytes = mask.count
        launch.deny_network = network == .denied ? 1 : 0
        return assay_start_program(&launch, &launched)
      }
    }
    guard result == 0 else { throw Failure(step: Self.step(launched.stage), code: launched.error) }
    return Started(
      process: launched.process, isNetworkDenied: launched.network_denied != 0,
      areWritesConfined: launched.writes_confined != 0,
      areSignalsConfined: launched.signals_confined != 0,
      ownsSharedMemory: launched.memory_owned != 0)
  }

  private func coreMask() -> [UInt64] {
    var mask = [UInt64](repeating: 0, count: 16)
    for core in cores where core >= 0 && core < 64 * mask.count {
      mask[core / 64] |= 1 << (core % 64)
    }
    return mask
  }

  private static func step(_ stage: Int32) -> String {
    switch UInt32(stage) {
    case ASSAY_LAUNCH_CLONE.rawValue: "make a process"
    case ASSAY_LAUNCH_DESCRIPTORS.rawValue: "hand over its descriptors"
    case ASSAY_LAUNCH_FOLDER.rawValue: "enter its folder"
    case ASSAY_LAUNCH_LIMITS.rawValue: "set its limits"
    case ASSAY_LAUNCH_PROGRAM.rawValue: "start the program"
    default: "make a session"
    }
  }
}
