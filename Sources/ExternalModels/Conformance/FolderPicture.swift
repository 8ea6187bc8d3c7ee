import Foundation

/// Which files a folder has and when each was changed last.
struct FolderPicture {
  private static let mostFiles = 10_000
  private let times: [String: Date]

  init(_ folder: URL) {
    var times: [String: Date] = [:]
    let keys: [URLResourceKey] = [.contentModificationDateKey]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
    while times.count < Self.mostFiles, let file = files?.nextObject() as? URL {
      times[file.path] = try? file.resourceValues(forKeys: Set(keys)).contentModificationDate
    }
    self.times = times
  }

  /// The files that came, went or were changed since.
  func changes(since before: FolderPicture) -> [String] {
    Set(times.keys).union(before.times.keys).filter { times[$0] != before.times[$0] }.sorted()
  }
}
