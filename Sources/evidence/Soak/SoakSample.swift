import Foundation

/// How a soak stands after a while.
struct SoakSample {
  let minutes: Double
  let cellsPerSecond: Double
  /// Resident memory of the harness between two runs.
  let parentMebibytes: Double
  /// Bytes of its heap that are in use then.
  let heapMebibytes: Double
  /// The most resident memory of a worker.
  let workerMebibytes: Double
  let descriptors: Int
  let zombies: Int
  /// Processes that outlived their run.
  let survivors: Int
  /// Folders that outlived their run.
  let folders: Int
  let storeBytesPerCell: Double

  /// Memory may settle by so much after the first sample: allocators keep pages, SQLite fills its cache.
  private static let slackMebibytes = 24.0
  private static let slackDescriptors = 4

  static let heading =
    "minutes  cells/s  parent MiB  heap MiB  worker MiB  descriptors  zombies  left  store B/cell"

  var line: String {
    String(
      format: "%7.2f  %7.0f  %10.1f  %8.2f  %10.1f  %11d  %7d  %4d  %12.0f", minutes,
      cellsPerSecond, parentMebibytes, heapMebibytes, workerMebibytes, descriptors, zombies,
      survivors + folders, storeBytesPerCell)
  }

  /// What grew from the first sample, which is taken when everything is warm, to the last.
  static func growth(_ samples: [SoakSample]) -> [String] {
    guard let first = samples.first, let last = samples.last else { return [] }
    var found: [String] = []
    func check(_ name: String, _ value: (SoakSample) -> Double, slack: Double) {
      let (before, after) = (value(first), value(last))
      if after > before + slack { found.append("\(name): \(before) to \(after)") }
    }
    check("memory of the harness in MiB", \.parentMebibytes, slack: slackMebibytes)
    check("heap of the harness in MiB", \.heapMebibytes, slack: slackMebibytes / 2)
    check("memory of a worker in MiB", \.workerMebibytes, slack: slackMebibytes)
    check("descriptors", { Double($0.descriptors) }, slack: Double(slackDescriptors))
    check(
      "bytes of the store for each cell", \.storeBytesPerCell, slack: first.storeBytesPerCell / 4)
    for (name, count) in [
      ("zombies", last.zombies), ("processes", last.survivors), ("folders", last.folders),
    ] where count > 0 { found.append("\(name) left: \(count)") }
    return found
  }
}
