import Foundation
import TestSupport
import Testing

extension ChildProcess {
  /// Waits until the events so far hold `count` lines with all of `words`.
  func waitForEvents(_ words: String..., count: Int = 1) throws {
    try #require(
      eventually { events(words) >= count },
      "no \(words) x \(count) in: \(outputSoFar) \(errorsSoFar)")
  }

  private func events(_ words: [String]) -> Int {
    outputSoFar.split(separator: "\n").count { line in words.allSatisfy(line.contains) }
  }

  /// The processes that it started.
  var children: [Int32] {
    let tasks = "/proc/\(identifier)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.flatMap { thread in
      let text = try? String(contentsOfFile: "\(tasks)/\(thread)/children", encoding: .utf8)
      return (text ?? "").split(separator: " ").compactMap { Int32($0) }
    }
  }
}

/// Whether a process is there and not a zombie.
func isRunning(_ identifier: Int32) -> Bool {
  guard let stat = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8) else {
    return false
  }
  return stat.split(separator: ")").last?.split(separator: " ").first != "Z"
}

/// Waits until `condition` holds, at most twenty seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<2000 {
    if condition() { return true }
    Thread.sleep(forTimeInterval: 0.01)
  }
  return false
}
