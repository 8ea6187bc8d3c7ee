import Foundation
import Harness
import Synchronization

/// Prints the events of a run: plain lines or JSON, and on a terminal one live line per job below.
final class ProgressPrinter: Sendable {
  enum Form: Sendable {
    case text
    case json
  }

  private struct State {
    var live = LiveProgress()
    var shownLines = 0
  }

  private let form: Form
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())
  private let formatter = ProgressFormatter()
  /// The last error of writing; 0 when there was none.
  private let failure = Atomic<Int32>(0)

  init(_ form: Form) {
    self.form = form
  }

  /// Shows one event. Text goes to stderr when it is a terminal, to stdout otherwise; JSON to stdout.
  func print(_ event: RunEvent) {
    switch form {
    case .json: printJSON(event)
    case .text: isTerminal ? printLive(event) : printPlain(event)
    }
  }

  private func printPlain(_ event: RunEvent) {
    guard let line = formatter.line(event) else { return }
    write(line + "\n", to: STDOUT_FILENO)
  }

  private func printLive(_ event: RunEvent) {
    state.withLock { state in
      state.live.apply(event, at: ProcessInfo.processInfo.systemUptime)
      // Up to the first live line, then clear to the end of the screen.
      var text = state.shownLines > 0 ? "\u{1B}[\(state.shownLines)A\u{1B}[J" : ""
      if let line = formatter.line(event) { text += line + "\n" }
      let lines = state.live.lines(at: ProcessInfo.processInfo.systemUptime, width: 100)
      text += lines.map { $0 + "\n" }.joined()
      state.shownLines = lines.count
      write(text, to: STDERR_FILENO)
    }
  }

  private func printJSON(_ event: RunEvent) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(event) else { return }
    write(String(decoding: data, as: UTF8.self) + "\n", to: STDOUT_FILENO)
  }

  /// Refuses to call a run told whose events did not reach their file, though what it found is stored.
  /// - Throws: `AssayError` (cannot write), unless the reader has left.
  func finish() throws {
    let code = failure.load(ordering: .relaxed)
    if code != 0 { throw StandardOutput.failure(code) }
  }

  private func write(_ text: String, to descriptor: Int32) {
    let code = StandardOutput.put(text, to: descriptor)
    if code != 0 { failure.store(code, ordering: .relaxed) }
  }
}
