import Experiment

/// What comes to its end by when if every cell takes as long as expected.
package struct Forecast {
  /// When each job is free again, in seconds from the beginning.
  private var free: [Double]
  private let allowedSeconds: Double

  /// A run of so many jobs whose first cells begin after `seconds`; it begins no cell that would end later than
  /// `allowedSeconds`.
  package init(jobs: Int, afterSeconds seconds: Double, allowedSeconds: Double) {
    free = Array(repeating: seconds, count: max(jobs, 1))
    self.allowedSeconds = allowedSeconds
  }

  /// Seconds until the last of the cells so far has come to its end.
  package var end: Double { free.max() ?? 0 }

  /// Gives the next cell to the job that is free first, or to all of them when nothing may run beside it;
  /// false when it would end too late and is left out. One of which nobody knows the time is found out: it is left
  /// out only when it would begin too late.
  package mutating func admits(
    seconds: Double, isKnown: Bool = true, _ company: Budget.Company
  ) -> Bool {
    let first = free.indices.min { free[$0] < free[$1] } ?? 0
    let start = company == .alone ? end : free[first]
    guard start < allowedSeconds, !isKnown || start + seconds <= allowedSeconds else {
      return false
    }
    switch company {
    case .alone: free = free.map { _ in start + seconds }
    case .shared: free[first] = start + seconds
    }
    return true
  }
}
