import Experiment
import Foundation

extension ModelSession {
  /// How a program took its leave.
  struct Farewell {
    /// The most memory that it had, with all that it started, in MiB.
    var peakMebibytes = 0.0
    /// What it still said, though goodbye has no answer; empty when nothing.
    var unasked = ""
    /// How it ended; nil when it had to be killed.
    var end: ProcessEnd?
  }

  /// Says goodbye and waits until the program has ended; then ends what is left of it.
  func sayGoodbye(patience: Double) -> Farewell {
    var farewell = Farewell()
    farewell.peakMebibytes = ([started.process] + ProcessState.descendants(of: started.process))
      .compactMap(ProcessState.peakMebibytes).reduce(0, +)
    let deadline = ContinuousClock.now + .seconds(patience)
    if inbox.count == 0 { _ = fillInbox() }
    if inbox.count > 0 { farewell.unasked = unaskedDescription }
    if let bye = try? Question.bye.header() {
      try? sendRaw(ProtocolFrame.head(bye, bodyBytes: 0), until: deadline)
    }
    if input >= 0 { close(input) }
    input = -1
    while output >= 0 {
      if let count = fillInbox() {
        if count == 0 { break }
        if farewell.unasked.isEmpty { farewell.unasked = unaskedDescription }
        inbox.drop(inbox.count)
      } else if (try? wait(forWriting: false, until: deadline).hasEnded) != false {
        break
      }
    }
    let left = (deadline - .now) / .seconds(1)
    // A deadline that passes amid the wait has ended the program already.
    let endedByItself = output >= 0 && waitForEnd(seconds: max(left, 0))
    forwardLog()
    let end = terminate()
    farewell.end = endedByItself ? end : nil
    return farewell
  }
}
