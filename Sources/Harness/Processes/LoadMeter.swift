import ExternalModels
import Foundation

/// How busy programs other than this run's keep the machine.
///
/// The foreign load of an interval is (busy time of all cores − processor time of this process and all
/// that it started) / elapsed time, in cores: the first from `/proc/stat`, the second from rusage(2) and
/// the trees of living workers. The kernel counts in ticks of 10 ms, so short intervals are not measured.
struct LoadMeter {
  /// Both clocks at one moment.
  struct Reading {
    let time: ContinuousClock.Instant
    let foreignSeconds: Double
  }

  private static let secondsBetweenReadings = 0.1
  private static let shortestInterval = 0.25
  private var last: Reading?

  /// A reading of now or of a moment ago.
  mutating func reading(workers: [pid_t]) -> Reading {
    if let last, last.time.secondsUntilNow < Self.secondsBetweenReadings { return last }
    let own = workers.map { ProcessUsage(ofTreeAt: $0).processorSeconds }.reduce(0, +)
    let reading = Reading(
      time: .now, foreignSeconds: Self.busySeconds() - own - Self.ownSeconds())
    last = reading
    return reading
  }

  /// Cores that others kept busy since `start` on average; 0 when that is too short ago.
  mutating func foreignLoad(since start: Reading, workers: [pid_t]) -> Double {
    guard start.time.secondsUntilNow >= Self.shortestInterval else { return 0 }
    let now = reading(workers: workers)
    let seconds = start.time.duration(to: now.time) / .seconds(1)
    guard seconds >= Self.shortestInterval / 2 else { return 0 }
    return max(0, (now.foreignSeconds - start.foreignSeconds) / seconds)
  }

  /// Seconds that the cores of the machine were busy, time stolen by its host included.
  private static func busySeconds() -> Double {
    let line = ProcFile.text("/proc/stat").prefix { $0 != "\n" }
    let ticks = line.split(separator: " ").dropFirst().map { Double($0) ?? 0 }
    guard ticks.count >= 8 else { return 0 }
    // user, nice, system, idle, waiting for disks, interrupts (two), stolen.
    let busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]
    return busy / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Of this process and of the children that it has waited for.
  private static func ownSeconds() -> Double {
    [RUSAGE_SELF, RUSAGE_CHILDREN].map { who in
      var usage = rusage()
      getrusage(__rusage_who_t(who.rawValue), &usage)
      return usage.userSeconds + usage.systemSeconds
    }.reduce(0, +)
  }
}

extension rusage {
  var userSeconds: Double { Double(ru_utime.tv_sec) + Double(ru_utime.tv_usec) / 1e6 }
  var systemSeconds: Double { Double(ru_stime.tv_sec) + Double(ru_stime.tv_usec) / 1e6 }
}
