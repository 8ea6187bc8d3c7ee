import Foundation

/// The names of the signals by which a program dies.
enum SignalName {
  static func name(_ signal: Int32) -> String {
    let names: [Int32: String] = [
      SIGABRT: "SIGABRT (it aborted)", SIGBUS: "SIGBUS (bad memory access)",
      SIGFPE: "SIGFPE (arithmetic error)", SIGILL: "SIGILL (illegal instruction)",
      SIGKILL: "SIGKILL (killed from outside)", SIGSEGV: "SIGSEGV (bad memory access)",
      SIGTERM: "SIGTERM (asked to end)", SIGTRAP: "SIGTRAP (it trapped)",
      SIGXCPU: "SIGXCPU (limit of CPU time)", SIGXFSZ: "SIGXFSZ (limit of file size)",
      SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGPIPE: "SIGPIPE", SIGQUIT: "SIGQUIT",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}
