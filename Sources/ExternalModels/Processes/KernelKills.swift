/// What the kernel killed for want of memory.
public enum KernelKills {
  /// How many processes of this machine so far.
  public static func count() -> Int {
    let line = ProcFile.text("/proc/vmstat").split(separator: "\n")
      .first { $0.hasPrefix("oom_kill ") }
    return line.flatMap { Int($0.dropFirst("oom_kill ".count)) } ?? 0
  }
}
