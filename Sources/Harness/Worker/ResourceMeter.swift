import Experiment
import ExternalModels
import Foundation

/// Measures what this process, and those that it started and waited for, spend between its making and
/// `use()`; the peak of memory is this process's alone.
struct ResourceMeter {
  private let start = ContinuousClock.now
  private let before = Self.times()

  /// Starts the clock and sets the peak of resident memory back (proc(5), `clear_refs`).
  init() {
    let descriptor = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    if descriptor >= 0 {
      _ = write(descriptor, "5", 1)
      close(descriptor)
    }
  }

  func use() -> ResourceUse {
    let now = Self.times()
    return ResourceUse(
      wallSeconds: start.secondsUntilNow, userSeconds: now.user - before.user,
      systemSeconds: now.system - before.system,
      peakMebibytes: ProcessState.peakMebibytes(of: getpid()) ?? 0)
  }

  private static func times() -> (user: Double, system: Double) {
    let uses = [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].map { who in
      var usage = rusage()
      getrusage(__rusage_who_t(who), &usage)
      return usage
    }
    return (
      uses.map { seconds($0.ru_utime) }.reduce(0, +), uses.map { seconds($0.ru_stime) }.reduce(0, +)
    )
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
