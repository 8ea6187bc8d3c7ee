import ArgumentParser
import Experiment

/// Which stored results are written: a profile, and some suites or all.
struct ReportSelection: ParsableArguments {
  @Option(help: "The profile of the results.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("Only these suites.", valueName: "ids"))
  var suites: IdentifierList = []

  /// The mistake of asking for results that are not there.
  func nothing(in workspace: Workspace) -> AssayError {
    AssayError(
      .badInput, where: workspace.store, found: "no cell at profile \(profile.rawValue)",
      expected: "results", remedy: "run a suite first, as in 'assay run cfdbench'")
  }

  /// What a report of these results is made from.
  func material(
    in workspace: Workspace, baseline: String = ReportMaterial.optionalBaseline
  ) -> ReportMaterial {
    ReportMaterial(
      workspace: workspace, profile: profile, suites: suites.names, baseline: baseline)
  }
}
