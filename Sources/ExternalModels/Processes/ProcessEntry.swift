import Foundation

/// A process of this machine, from `/proc`.
struct ProcessEntry {
  let identifier: pid_t
  let parent: pid_t
  let session: pid_t
  /// Whether it has ended and waits to be reaped.
  let isZombie: Bool

  /// All processes that there are.
  static func all() -> [ProcessEntry] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var entries: [ProcessEntry] = []
    while let found = readdir(folder) {
      let name = withUnsafePointer(to: &found.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let identifier = pid_t(name), let entry = ProcessEntry(identifier) {
        entries.append(entry)
      }
    }
    return entries
  }

  /// The process `identifier`, unless it is gone.
  init?(_ identifier: pid_t) {
    // The name in brackets may hold anything, brackets too; the fields begin after the last one.
    guard let text = Self.text("/proc/\(identifier)/stat", limit: 1024),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ", maxSplits: 5)
    guard fields.count > 4, let parent = pid_t(fields[1]), let session = pid_t(fields[3]) else {
      return nil
    }
    self.identifier = identifier
    self.parent = parent
    self.session = session
    isZombie = fields[0] == "Z" || fields[0] == "X"
  }

  /// Whether its environment has a variable that begins with `text`.
  func carries(_ text: String) -> Bool {
    guard let variables = Self.text("/proc/\(identifier)/environ", limit: 1 << 15) else {
      return false
    }
    return variables.split(separator: "\0").contains { $0.hasPrefix(text) }
  }

  /// The most resident memory that the process has had, in MiB; 0 when it is gone.
  static func peakMebibytes(of identifier: pid_t) -> Double {
    let text = text("/proc/\(identifier)/status", limit: 1 << 14) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropLast().last).flatMap { Double($0) }
      .map { $0 / 1024 } ?? 0
  }

  /// The descendants of `identifier` that are alive.
  static func descendants(of identifier: pid_t) -> [pid_t] {
    let children = Dictionary(grouping: all().filter { !$0.isZombie }, by: \.parent)
    var found: [pid_t] = []
    var next = [identifier]
    while let parent = next.popLast() {
      let own = (children[parent] ?? []).map(\.identifier)
      found += own
      next += own
    }
    return found
  }

  private static func text(_ path: String, limit: Int) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = read(descriptor, &bytes, limit)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }
}
