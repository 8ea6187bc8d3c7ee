import Experiment
import Foundation
import Submissions

/// Tells of a launch and, when asked, of its progress until it has ended.
struct SubmissionWatch {
  private static let secondsBetweenLooks: UInt32 = 2

  let submitter: Submitter
  let folder: SubmissionFolder

  /// Prints what was started and waits for its end when `waits`.
  /// - Throws: `Outcome` when it waited and not all cells have numbers.
  func told(of launch: Launch, waits: Bool) throws {
    let id = folder.url.lastPathComponent
    let jobs = launch.stages.compactMap { stage in
      launch.jobs[stage].map { "\(stage.rawValue) \($0)" }
    }
    print("submission \(id): elements \(ElementList.text(launch.elements)) started")
    print("jobs: \(jobs.joined(separator: ", "))")
    print("look at it with: assay submit status \(id)")
    if waits { try waitForTheEnd() }
  }

  private func waitForTheEnd() throws {
    var last = ""
    while true {
      let status = try submitter.status(folder)
      if status.tally != last {
        print(status.tally)
        fflush(nil)
        last = status.tally
      }
      if status.hasEnded {
        print(status.text, terminator: "")
        if status.exitCode != .done { throw Outcome(code: status.exitCode) }
        return
      }
      sleep(Self.secondsBetweenLooks)
    }
  }
}
