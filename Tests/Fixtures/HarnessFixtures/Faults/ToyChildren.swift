import Foundation

/// Programs that a toy model starts and does not wait for.
enum ToyChildren {
  /// Runs a line of shell.
  static func start(_ line: String) {
    var identifier: pid_t = 0
    let words = ["/bin/sh", "-c", line].map { strdup($0) }
    defer { for word in words { free(word) } }
    posix_spawn(&identifier, "/bin/sh", nil, nil, words + [nil], environ)
  }

  /// A child that sleeps; it prints its process id to the log.
  static func startSleeper() {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sleep")
    process.arguments = ["3600"]
    try? process.run()
    print("grandchild \(process.processIdentifier)")
  }
}
