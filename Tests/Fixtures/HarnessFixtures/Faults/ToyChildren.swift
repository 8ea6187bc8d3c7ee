import Foundation

/// Programs that a toy model starts and does not wait for.
enum ToyChildren {
  private static let shell = "/bin/sh"

  /// Runs a line of shell.
  static func start(_ line: String) {
    var identifier: pid_t = 0
    let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    let words = copies([shell, "-c", line])
    let environment = copies(variables)
    defer { for word in words + environment { free(word) } }
    posix_spawn(&identifier, shell, nil, nil, words, environment)
  }

  /// A child that sleeps; it prints its process id to the log.
  static func startSleeper() {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sleep")
    process.arguments = ["3600"]
    try? process.run()
    print("grandchild \(process.processIdentifier)")
  }

  /// A list that ends in nothing, as C wants it.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { (text: String) -> UnsafeMutablePointer<CChar>? in strdup(text) } + [nil]
  }
}
