import Foundation

/// benchopt on grids of 100 and 900 trivial cells, each timed once by `Scripts/peers/benchopt.py` when its
/// environment is there.
final class BenchoptPeer {
  private struct Report: Decodable {
    let perCell: [String: Double]
    let medians: [String: Double]

    enum CodingKeys: String, CodingKey {
      case perCell = "per_cell_ms"
      case medians = "median_s"
    }
  }

  private let folder: URL
  private lazy var report: Report? = timed(side: Self.side, repeats: 3)
  private lazy var largeReport: Report? = timed(side: Self.largeSide, repeats: 1)

  init(folder: URL) {
    self.folder = folder.appending(path: "benchopt")
  }

  /// A cell without a cache; benchopt runs it inside its own process, without isolation.
  var cellMilliseconds: PeerTime { time(report?.perCell["grid_nocache"]) }
  /// A cell that is cached: the whole cached run shared out over its cells.
  var cachedCellMilliseconds: PeerTime {
    time(report?.medians["grid_cached"].map { $0 / Double(Self.cells) * 1000 })
  }
  /// `benchopt --version`.
  var coldStartMilliseconds: PeerTime { time(report?.medians["cold_cli"].map { $0 * 1000 }) }
  /// `benchopt plot` of 100 cells.
  var reportSeconds: PeerTime { time(report?.medians["html"]) }

  /// `benchopt plot` of 900 cells.
  var largeReportSeconds: PeerTime { time(largeReport?.medians["html"]) }

  /// Solvers, and datasets, of a grid.
  private static let side = 10
  private static let largeSide = 30
  private static let cells = side * side

  private func time(_ value: Double?) -> PeerTime {
    PeerTime(name: "benchopt", version: "1.10.0", value: value, install: "make peers")
  }

  private func timed(side: Int, repeats: Int) -> Report? {
    let python = folder.appending(path: "bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    let output = FileManager.default.temporaryDirectory.appending(
      path: "assay-peer-\(ProcessInfo.processInfo.globallyUniqueString).json")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = python
    process.arguments = [
      "Scripts/peers/benchopt.py", "--venv", folder.path, "--json", output.path, "--solvers",
      "\(side)", "--datasets", "\(side)", "--repeats", "\(repeats)",
    ]
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    guard let data = try? Data(contentsOf: output) else { return nil }
    return try? JSONDecoder().decode(Report.self, from: data)
  }
}
