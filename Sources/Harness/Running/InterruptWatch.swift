import Dispatch
import Foundation

/// Turns Ctrl-C and a polite kill into `RunControl.cancel()` for as long as it is held.
public final class InterruptWatch {
  private let sources: [any DispatchSourceSignal]

  /// Watches SIGINT and SIGTERM: the first cancels `control`, each further one calls `again`, which
  /// as a rule leaves the program at once (workers die with it).
  public init(_ control: RunControl, again: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { signal in
      Glibc.signal(signal, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler { control.isCancelled ? again() : control.cancel() }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for signal in [SIGINT, SIGTERM] { Glibc.signal(signal, SIG_DFL) }
  }
}
