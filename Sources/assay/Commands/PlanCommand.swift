import ArgumentParser
import Experiment
import Foundation
import Harness
import Planning
import Store

/// `assay plan`: what `assay run` would do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what a run would do: cells, what is cached, data to make, expected time.",
    discussion: """
      EXAMPLES:
        assay plan cfdbench
        assay plan cfdbench --profile standard --models fno
        assay plan --all --within 10m
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var execution: Execution
  @OptionGroup var workspace: Workspace

  @Option(
    help: ArgumentHelp(
      "What a run with this limit of time would begin, as in 90s or 1h30m.",
      valueName: "time"))
  var within: TimeSpan?

  @Flag(help: "Print as JSON.")
  var json = false

  func run() throws {
    let plans = try selection.plans(in: workspace)
    let previews = try previews(of: plans)
    if json { return try printJSON(previews) }
    for preview in previews { show(preview) }
  }

  private func previews(of plans: [Plan]) throws -> [PlanPreview] {
    guard let store = try ResultStore.existing(at: workspace.store) else {
      return try previewsWithoutStore(of: plans)
    }
    return try previews(of: plans, by: store)
  }

  /// A store that is not there yet is not made for a look at it: an empty one stands in.
  private func previewsWithoutStore(of plans: [Plan]) throws -> [PlanPreview] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-plan-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "empty.sqlite").path
    return try previews(of: plans, by: ResultStore(path: path, access: .readWrite))
  }

  private func previews(of plans: [Plan], by store: ResultStore) throws -> [PlanPreview] {
    let harness = Harness(catalogue: .assay, store: store, worker: .current)
    var options = try execution.options(in: workspace)
    var spent = 0.0
    return try plans.enumerated().map { place, plan in
      options.allowedSeconds = within?.share(
        plansLeft: plans.count - place, spentSeconds: spent)
      let preview = try harness.preview(plan, options: options)
      spent += preview.expectedSeconds ?? 0
      return preview
    }
  }

  private func show(_ preview: PlanPreview) {
    let formatter = ProgressFormatter()
    for dataset in preview.datasets where dataset.missingParts > 0 {
      print(
        "data \(dataset.identifier): \(dataset.missingParts) parts to make, "
          + "about \(formatter.duration(dataset.expectedSeconds)) on one core")
    }
    for cell in preview.cells {
      let expected =
        cell.expectedSeconds > 0 ? ", about \(formatter.duration(cell.expectedSeconds))" : ""
      let what = cell.isLeftOut ? "no time" : cell.wouldRun ? "to run" : cell.state.rawValue
      print("\(cell.identity): \(what)\(cell.isLeftOut || cell.wouldRun ? expected : "")")
    }
    let pending = preview.cells.filter(\.wouldRun)
    let leftOut = preview.cells.count(where: \.isLeftOut)
    let seconds = pending.map(\.expectedSeconds).reduce(0, +)
    print(
      "\(preview.cells.count) cells, \(pending.count) to run"
        + (seconds > 0 ? ", about \(formatter.duration(seconds)) on one core" : "")
        + (leftOut > 0 ? "; \(leftOut) left out for want of time" : ""))
  }

  private func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
