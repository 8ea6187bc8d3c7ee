import Foundation

/// What a short command prints, or nil when it is absent, fails or takes too long.
enum CommandOutput {
  static func text(
    _ executable: String, _ arguments: [String], environment: [String: String],
    withinSeconds limit: Double
  ) -> String? {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    defer { close(ends[0]) }
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    let child = try? ChildProcess(
      executable: executable, arguments: arguments, environment: environment, input: nothing,
      output: ends[1], errors: nothing)
    close(ends[1])
    guard let child else { return nil }
    let text = read(ends[0], until: .now + .seconds(limit))
    if text == nil { child.killSession() }
    return child.wait() == .exited(0) ? text : nil
  }

  /// Everything until the end of the stream; nil when it does not come in time.
  private static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> String?
  {
    var output: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let rest = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      var descriptors = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      guard rest > 0, poll(&descriptors, 1, Int32(rest) + 1) > 0 else { return nil }
      let count = recv(descriptor, &bytes, bytes.count, 0)
      if count <= 0 { return String(decoding: output, as: UTF8.self) }
      output.append(contentsOf: bytes[..<count])
    }
  }
}
