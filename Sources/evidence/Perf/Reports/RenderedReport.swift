import ArgumentParser
import Comparison
import Experiment
import Foundation
import Reports

/// A report that is timed: how many cells it has and what is written.
enum RenderedReport: String, CaseIterable, ExpressibleByArgument {
  /// HTML of ten models, two tasks, five seeds.
  case html100 = "html-100"
  /// HTML of fifteen models, twelve tasks, five seeds.
  case html900 = "html-900"
  /// HTML of twenty-five models, forty tasks, ten seeds.
  case html10000 = "html-10000"
  /// HTML and PDF with at least sixty figures.
  case full = "full-60-figures"

  /// The least number of figures of `full`.
  private static let figures = 60

  private var frame: ResultFrame {
    switch self {
    case .html100: SyntheticResults.frame(tasks: 2, models: 10, seeds: 5)
    case .html900: SyntheticResults.frame(tasks: 12, models: 15, seeds: 5)
    case .html10000: SyntheticResults.frame(tasks: 40, models: 25, seeds: 10)
    case .full: SyntheticResults.frame(tasks: 15, models: 8, seeds: 3)
    }
  }

  /// Makes the report from results in memory and returns how long it took.
  func seconds() throws -> Double {
    let frame = frame
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-report-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var page = ""
    let seconds = try Stopwatch.seconds {
      let run = Baseline(id: "this run", profile: .quick, frame: frame)
      let input = ReportInput(
        title: "Speed", frame: frame, standings: LeaderboardMaker.make([run]))
      page = try HTMLReport.render(input)
      try Data(page.utf8).write(to: folder.appending(path: "index.html"))
      if self == .full { try PDFReport.write(input, to: folder.appending(path: "a.pdf").path) }
    }
    if self == .full {
      let drawn = page.components(separatedBy: "<figure ").count - 1
      precondition(drawn >= Self.figures, "only \(drawn) figures were drawn")
    }
    return seconds
  }
}
