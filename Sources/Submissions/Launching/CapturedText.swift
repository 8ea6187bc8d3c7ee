import Foundation

/// A nameless file that a child writes to, so that neither a full pipe nor a grandchild that keeps one
/// open can stop anybody.
struct CapturedText {
  private let handle: FileHandle

  /// What a child writes to.
  var descriptor: Int32 { handle.fileDescriptor }

  init() throws {
    let template = FileManager.default.temporaryDirectory.appending(path: "assay-XXXXXX").path
    var path = Array(template.utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  var text: String {
    guard (try? handle.seek(toOffset: 0)) != nil, let data = try? handle.readToEnd() else {
      return ""
    }
    return String(decoding: data, as: UTF8.self)
  }
}
