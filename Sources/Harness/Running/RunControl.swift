import Foundation
import Synchronization

/// The wire by which a run is stopped from outside, from any thread.
public final class RunControl: Sendable {
  private let cancelled = Atomic<Bool>(false)
  /// Readable once the run is cancelled, so that a sleeping loop wakes.
  let wakeDescriptor: Int32
  private let writeDescriptor: Int32

  /// A control of a run that nobody has stopped.
  public init() {
    var ends: [Int32] = [-1, -1]
    // Without the pair, cancellation is still seen at the loop's next tick.
    if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    wakeDescriptor = ends[0]
    writeDescriptor = ends[1]
  }

  deinit {
    close(wakeDescriptor)
    close(writeDescriptor)
  }

  /// Whether `cancel()` was called.
  public var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  /// Whether it is, or comes to be so soon.
  func isCancelled(withinSeconds seconds: Double) -> Bool {
    var wire = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
    return isCancelled || poll(&wire, 1, Int32(seconds * 1000)) > 0
  }

  /// Stops handing out work and kills the cells that run; what is finished is stored already.
  public func cancel() {
    cancelled.store(true, ordering: .releasing)
    _ = write(writeDescriptor, [1], 1)
  }
}
