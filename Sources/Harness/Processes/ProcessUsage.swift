import ExternalModels
import Foundation

/// What a process and its descendants use now, from `/proc`.
struct ProcessUsage {
  private(set) var residentMebibytes = 0.0
  private(set) var userSeconds = 0.0
  private(set) var systemSeconds = 0.0
  /// The processes, the first one first.
  let members: [pid_t]
  /// Whether the first one has ended.
  private(set) var isOver = true

  var processorSeconds: Double { userSeconds + systemSeconds }

  /// The sum over the process `identifier` and all processes that it started.
  init(ofTreeAt identifier: pid_t) {
    members = [identifier] + ProcessState.descendants(of: identifier)
    for (place, member) in members.enumerated() {
      guard let state = ProcessState(of: member) else { continue }
      if place == 0 { isOver = state.isZombie }
      userSeconds += state.userSeconds
      systemSeconds += state.systemSeconds
      residentMebibytes += state.residentMebibytes
    }
  }
}
