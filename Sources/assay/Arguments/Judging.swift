import ArgumentParser
import Comparison
import Statistics

/// What is called a change.
struct Judging: ParsableArguments {
  @Option(help: "The relative change that is called equivalent.")
  var margin = 0.05

  @Option(help: "The relative change of a time or of memory that is called equivalent.")
  var costMargin = 0.25

  @Flag(help: "Show costs without judging them.")
  var ignoreCosts = false

  @Option(help: "How p-values are corrected over the rows: holm or benjamini-hochberg.")
  var correction: Correction = .holm

  /// A comparer by these rules; `names` are the baseline's names of our models where they differ.
  func comparer(_ scope: Comparer.Scope, names: [String: String] = [:]) throws -> Comparer {
    try Comparer(
      margin: margin, costMargin: ignoreCosts ? nil : costMargin, correction: correction,
      scope: scope, baselineNames: names)
  }
}
