import ExternalModels
import Foundation

/// Control groups of the kernel (cgroup v2), one for each worker, where a group of this process's own may
/// be written, as under systemd with delegation or in many containers: limits of memory and processes that
/// hold at every moment, and an end that nothing escapes. Everywhere else the harness's own looks do.
package final class ControlGroups {
  private static let inner = "cgroup.subtree_control"
  private static let controllers = "+memory +pids"
  private let home: URL
  private let aside: URL
  private let process: pid_t

  /// The groups, or nil with nothing changed when there are none to be had.
  /// - Parameters:
  ///   - root: where the groups are mounted
  ///   - membership: the text of `/proc/self/cgroup`
  ///   - process: the process that moves aside, since a group with processes may not have inner groups
  package init?(
    root: URL = URL(filePath: "/sys/fs/cgroup"),
    membership: String = ControlGroups.ownMembership(), process: pid_t = getpid()
  ) {
    let files = FileManager.default
    guard files.fileExists(atPath: root.appending(path: "cgroup.controllers").path),
      let line = membership.split(separator: "\n").first(where: { $0.hasPrefix("0::") })
    else { return nil }
    home = root.appending(path: String(line.dropFirst("0::/".count)))
    let offered = ProcFile.text(home.appending(path: "cgroup.controllers").path)
      .split(whereSeparator: \.isWhitespace)
    guard offered.contains("memory"), offered.contains("pids"),
      files.isWritableFile(atPath: home.appending(path: "cgroup.procs").path),
      files.isWritableFile(atPath: home.appending(path: Self.inner).path)
    else { return nil }
    aside = home.appending(path: "assay-harness-\(process)")
    self.process = process
    guard mkdir(aside.path, 0o755) == 0 || errno == EEXIST else { return nil }
    guard Self.write("\(process)", to: aside.appending(path: "cgroup.procs")),
      Self.write(Self.controllers, to: home.appending(path: Self.inner))
    else {
      // Somebody else lives in the group.
      comeBack()
      return nil
    }
  }

  deinit {
    _ = Self.write(Self.controllers.replacing("+", with: "-"), to: home.appending(path: Self.inner))
    comeBack()
  }

  /// The groups of this process.
  package static func ownMembership() -> String { ProcFile.text("/proc/self/cgroup") }

  private func comeBack() {
    _ = Self.write("\(process)", to: home.appending(path: "cgroup.procs"))
    rmdir(aside.path)
  }

  /// Puts a new worker into the group of its slot.
  package func take(_ worker: pid_t, slot: Int) {
    let group = group(slot)
    guard mkdir(group.path, 0o755) == 0 || errno == EEXIST else { return }
    _ = Self.write("\(worker)", to: group.appending(path: "cgroup.procs"))
  }

  /// Sets what the worker of `slot` and all that it starts may use from now on.
  package func limit(_ slot: Int, memoryMebibytes: Double, processes: Int) {
    let memory = memoryMebibytes.isFinite ? "\(Int(memoryMebibytes) << 20)" : "max"
    _ = Self.write(memory, to: group(slot).appending(path: "memory.max"))
    _ = Self.write("\(processes)", to: group(slot).appending(path: "pids.max"))
  }

  /// Kills all that is in the group of `slot`.
  package func kill(_ slot: Int) {
    _ = Self.write("1", to: group(slot).appending(path: "cgroup.kill"))
  }

  /// Removes the group of `slot`, which must be empty.
  package func remove(_ slot: Int) {
    rmdir(group(slot).path)
  }

  private func group(_ slot: Int) -> URL { home.appending(path: "assay-\(process)-\(slot)") }

  /// Whether the kernel took `text`.
  private static func write(_ text: String, to file: URL) -> Bool {
    let descriptor = open(file.path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count
  }
}
