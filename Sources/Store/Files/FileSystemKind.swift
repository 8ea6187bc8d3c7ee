import Experiment
import Foundation

/// The kind of file system that a store lies on.
///
/// A write-ahead log is shared between processes through memory, which works on one machine only
/// (https://www.sqlite.org/wal.html, section 1), so that stores on network file systems do without.
public struct FileSystemKind: Sendable, Equatable {
  /// Its name as the kernel has it, as in `ext4` or `nfs4`.
  public let name: String
  /// Whether other machines may have the same files. File systems of user space count among them, for
  /// nobody can tell what is behind one.
  public let isNetwork: Bool

  /// The kind that the kernel calls `name`.
  public init(name: String) {
    self.name = name
    isNetwork =
      Self.network.contains(name) || name.hasPrefix("fuse.") && name != "fuse.fuse-overlayfs"
  }

  /// The kind of file system that holds `path`.
  /// - Parameters:
  ///   - path: A file, or where one is to be.
  ///   - mounts: The text of `/proc/self/mountinfo` (proc(5)); read there when nil.
  public init(of path: String, mounts: String? = nil) {
    let text = mounts ?? (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8))
    let place = Self.resolved(path)
    var found = (depth: 0, name: "unknown")
    for line in (text ?? "").split(separator: "\n") {
      let halves = line.components(separatedBy: " - ")
      let fields = halves[0].split(separator: " ")
      guard halves.count > 1, fields.count > 4, let name = halves[1].split(separator: " ").first,
        Self.isPrefix(Self.unescaped(fields[4]), of: place), fields[4].count >= found.depth
      else { continue }
      found = (fields[4].count, String(name))
    }
    self.init(name: found.name)
  }

  /// The path with no links in it; of a file that is not there, that of the nearest folder that is.
  private static func resolved(_ path: String) -> String {
    var place = URL(fileURLWithPath: path).standardizedFileURL
    while place.path != "/" && !FileManager.default.fileExists(atPath: place.path) {
      place = place.deletingLastPathComponent()
    }
    return place.resolvingSymlinksInPath().path
  }

  private static func isPrefix(_ mount: String, of path: String) -> Bool {
    mount == "/" || path == mount || path.hasPrefix(mount + "/")
  }

  /// Spaces and their like are written there as `\040`.
  private static func unescaped(_ field: Substring) -> String {
    let parts = field.components(separatedBy: "\\")
    return parts[0]
      + parts.dropFirst().map { part in
        guard let code = UInt32(part.prefix(3), radix: 8), let scalar = Unicode.Scalar(code) else {
          return "\\" + part
        }
        return String(Character(scalar)) + part.dropFirst(3)
      }.joined()
  }

  /// The words for the environment of a run, as in `ext4, write-ahead log`.
  public var storageFact: String {
    "\(name), \(isNetwork ? "rollback journal" : "write-ahead log")"
  }

  private static let network: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "fuse", "lustre", "gpfs", "beegfs",
    "afs", "ceph", "coda", "gfs2", "ocfs2", "orangefs", "pvfs2", "panfs", "vboxsf", "ncpfs",
  ]

  /// Refuses to write to a store here that has a write-ahead log.
  func refuseWriteAheadLog(_ header: StoreHeader?, path: String) throws {
    guard isNetwork, header?.hasWriteAheadLog == true else { return }
    throw AssayError(
      .cannotWrite, where: path,
      found: "a store with a write-ahead log on a network file system (\(name))",
      expected: "a store on a local disk, or one that was made on this file system",
      remedy: "move it to a local disk, or begin a new store here and merge this one into it "
        + "with `assay merge`; it can still be read")
  }
}
