import Foundation

/// Threads that wait for work: the caller's and `count - 1` of their own, from the first piece of work
/// to the end of the team.
///
/// A run is a barrier on both sides, so that what one run wrote the next one may read. Nothing is
/// allocated in a run.
final class ThreadTeam {
  /// What the threads share; they do not hold the team itself, so that it can end.
  private final class Shared: @unchecked Sendable {
    private let condition = NSCondition()
    private var work: ((Int) -> Void)?
    private var round = 0
    private var busy = 0
    private var isOver = false

    func begin(_ work: @escaping (Int) -> Void, helpers: Int) {
      condition.lock()
      self.work = work
      round += 1
      busy = helpers
      condition.broadcast()
      condition.unlock()
    }

    func awaitHelpers() {
      condition.lock()
      while busy > 0 { condition.wait() }
      work = nil
      condition.unlock()
    }

    func end() {
      condition.lock()
      isOver = true
      condition.broadcast()
      condition.unlock()
    }

    /// The life of helper `index`.
    func serve(_ index: Int) {
      var served = 0
      while perform(index, after: served) {
        served += 1
        condition.lock()
        busy -= 1
        if busy == 0 { condition.broadcast() }
        condition.unlock()
      }
    }

    /// Waits for the round after `served` and does its work, which nobody holds when it returns.
    private func perform(_ index: Int, after served: Int) -> Bool {
      condition.lock()
      while round == served && !isOver { condition.wait() }
      let work = isOver ? nil : work
      condition.unlock()
      work?(index)
      return work != nil
    }
  }

  /// The stack of a helper: that of a program's first thread.
  private static let stackBytes = 8 << 20

  /// The number of threads, the caller's among them.
  let count: Int
  private let shared = Shared()

  init(count: Int) {
    precondition(count > 0, "a team of \(count) threads does nothing")
    self.count = count
    for index in 1..<max(count, 1) {
      let thread = Thread { [shared] in shared.serve(index) }
      thread.stackSize = Self.stackBytes
      thread.start()
    }
  }

  deinit { shared.end() }

  /// Runs `work` once on each thread, with its index, and returns when all are done.
  func run(_ work: (Int) -> Void) {
    guard count > 1 else { return work(0) }
    withoutActuallyEscaping(work) { work in
      shared.begin(work, helpers: count - 1)
      work(0)
      shared.awaitHelpers()
    }
  }
}
