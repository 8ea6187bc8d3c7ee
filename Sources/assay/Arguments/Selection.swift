import ArgumentParser
import Experiment
import Foundation
import Planning

/// Which cells a verb is about: suites, profile, tasks, models and seeds.
struct Selection: ParsableArguments {
  @Argument(help: ArgumentHelp("Suites, as in cfdbench.", valueName: "suite"))
  var suites: [String] = []

  @Flag(help: "Every suite of the folder of suites.")
  var all = false

  @Option(help: "How much is run: quick, standard or paper.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("Only these tasks, as in cavity-bc,cavity-geo.", valueName: "ids"))
  var tasks: IdentifierList = []

  @Option(
    help: ArgumentHelp("Only these models of the suite, as in fno,auto-ffn.", valueName: "ids"))
  var models: IdentifierList = []

  @Option(
    help: ArgumentHelp("Seeds instead of the profile's, as in 0-4 or 0,3.", valueName: "seeds"))
  var seeds: SeedList = []

  @Option(
    help: ArgumentHelp(
      "A model of your own beside those of the suite; may be repeated.", valueName: "yaml"))
  var model: [String] = []

  /// The plans of the selected suites, in the order of their names on the command line.
  func plans(in workspace: Workspace) throws -> [Plan] {
    let extra = try model.map {
      try ModelFile.load(URL(filePath: $0), catalogue: .assay)
    }
    let unnamed = extra.map(\.id).filter { !models.names.contains($0) }
    let chosen = models.names.isEmpty ? [] : models.names + unnamed
    return try locations(in: workspace).map { location in
      let suite = try extra.reduce(SuiteFile.load(location.file, catalogue: .assay)) {
        try $0.adding($1)
      }
      return try suite.plan(
        profile: profile, tasks: tasks.names, models: chosen, seeds: seeds.seeds)
    }
  }

  private func locations(in workspace: Workspace) throws -> [SuiteLocation] {
    if all { return try Suite.find(in: workspace.suitesFolder) }
    guard !suites.isEmpty else {
      let known = try Suite.find(in: workspace.suitesFolder).map(\.id)
      throw AssayError(
        .badInput, where: "suites", found: "none named",
        expected: "one of \(known.joined(separator: ", "))",
        remedy: "name a suite, or give --all")
    }
    return try suites.map { try Suite.locate($0, in: workspace.suitesFolder) }
  }
}
