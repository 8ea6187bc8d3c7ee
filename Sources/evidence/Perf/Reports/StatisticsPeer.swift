import Foundation

/// rliable and COCO's post-processing, run by scripts when their environment is there.
struct StatisticsPeer {
  private struct Result: Decodable {
    let seconds: Double
  }

  private let python: URL

  init(folder: URL) {
    python = folder.appending(path: "statistics/bin/python")
  }

  /// rliable's bootstrap of four aggregates; run with fewer resamples and scaled, as its time is
  /// proportional to them and the whole would take a minute.
  func bootstrapSeconds(resamples: Int) -> PeerTime {
    let run = 2000
    let seconds = seconds(["Scripts/peers/rliable_bootstrap.py", "--resamples", "\(run)"])
    return PeerTime(
      name: "rliable (\(resamples / run) x \(run) resamples)", version: "1.2.0",
      value: seconds.map { $0 * Double(resamples) / Double(run) }, install: "make peers")
  }

  /// COCO's report of one method on 240 problems.
  var reportSeconds: PeerTime {
    PeerTime(
      name: "cocopp", version: "2.9.1", value: seconds(["Scripts/peers/cocopp_report.py"]),
      install: "make peers")
  }

  private func seconds(_ arguments: [String]) -> Double? {
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    return PinnedProcess(executable: python, arguments: arguments, cores: "0")
      .result(as: Result.self)?.seconds
  }
}
