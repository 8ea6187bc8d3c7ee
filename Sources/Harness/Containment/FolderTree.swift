import CProcess
import Foundation

/// Folders that a model filled: whatever lies there, links are never followed.
package enum FolderTree {
  /// Deeper levels are not counted, and are removed after they were moved up.
  private static let deepest = 32

  /// MiB of disk below `path`; of more than `most` entries only so many are counted.
  package static func mebibytes(of path: String, most: Int = 20_000) -> Double {
    var left = most
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    return Double(blocks(descriptor, depth: 0, &left)) * 512 / 1_048_576
  }

  /// Removes `path` with all that it holds, whatever its permissions; whether nothing is left.
  @discardableResult
  package static func remove(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 {
      // Closed by `empty`, through the stream that it opens.
      empty(descriptor, top: descriptor, depth: 0)
    } else if errno == EACCES, chmod(path, 0o700) == 0 {
      return remove(path)
    }
    return rmdir(path) == 0 || unlink(path) == 0 || errno == ENOENT
  }

  private static func blocks(_ descriptor: Int32, depth: Int, _ left: inout Int) -> Int {
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return 0
    }
    defer { closedir(stream) }
    var sum = 0
    while left > 0, let name = nextName(stream) {
      left -= 1
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      sum += Int(status.st_blocks)
      guard status.st_mode & S_IFMT == S_IFDIR, depth < deepest else { continue }
      let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if inner >= 0 { sum += blocks(inner, depth: depth + 1, &left) }
    }
    return sum
  }

  /// Empties the folder and closes `descriptor`.
  private static func empty(_ descriptor: Int32, top: Int32, depth: Int) {
    fchmod(descriptor, 0o700)
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return
    }
    defer { closedir(stream) }
    var again = true
    while again {
      again = false
      rewinddir(stream)
      while let name = nextName(stream) {
        if unlinkat(descriptor, name, 0) == 0 { continue }
        if depth >= deepest {
          // Moved up, a deep branch costs neither descriptors nor stack.
          again = renameat(descriptor, name, top, "deep-\(UUID().uuidString)") == 0 || again
          continue
        }
        fchmodat(descriptor, name, 0o700, 0)
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { continue }
        empty(inner, top: top, depth: depth + 1)
        again = unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || again
      }
    }
  }

  /// The next entry of a folder that is not the folder itself or the one above; as bytes, since names
  /// need not be text.
  private static func nextName(_ stream: OpaquePointer) -> [CChar]? {
    while let bytes = assay_next_name(stream) {
      let name = [CChar](UnsafeBufferPointer(start: bytes, count: strlen(bytes) + 1))
      if name != [46, 0] && name != [46, 46, 0] { return name }
    }
    return nil
  }
}
