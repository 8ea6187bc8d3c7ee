import Comparison
import Experiment
import Foundation

/// The folder of baselines, read as a whole.
struct StoredBaselines {
  private let folder: URL

  init(in folder: URL) {
    self.folder = folder
  }

  /// The measured baselines, sorted by id.
  func measured() throws -> [Baseline] {
    try Baseline.list(in: folder).filter { $0.kind == .measured }
      .map { try Baseline.load(from: $0.folder) }
  }

  /// The published values of `suites`.
  func published(of suites: [String]) throws -> [PublishedBaseline] {
    try Baseline.list(in: folder)
      .filter { $0.kind == .published && suites.contains($0.folder.lastPathComponent) }
      .map { try PublishedBaseline.load(from: $0.folder) }
  }

  /// The leaderboard of all measured baselines, with what papers report on their suites.
  func leaderboard() throws -> Leaderboard {
    let measured = try measured()
    let suites = Set(measured.flatMap { $0.frame.suites.map(\.id) }).sorted()
    return LeaderboardMaker.make(measured, papers: try published(of: suites))
  }
}
