import Comparison
import Experiment
import Testing

@Suite struct ComparerTests {
  let before = [0.10, 0.12, 0.11, 0.13]

  func compare(
    _ ours: [CellResult], _ theirs: [CellResult], margin: Double = 0.05,
    scope: Comparer.Scope = .wholeBaseline, names: [String: String] = [:]
  ) throws -> ComparisonReport {
    try Comparer(margin: margin, scope: scope, baselineNames: names).compare(
      Fixture.errorFrame(ours), against: Fixture.errorFrame(theirs), named: "old", profile: .quick)
  }

  /// The row of one model whose errors are those of the baseline times `factors`.
  func row(_ factors: [Double], margin: Double = 0.05) throws -> ComparisonRow {
    let report = try compare(
      Fixture.cells("fno", zip(before, factors).map { $0 * $1 }), Fixture.cells("fno", before),
      margin: margin)
    return try #require(report.rows.first)
  }

  @Test func identicalValuesAreEquivalentEvenOfASingleSeed() throws {
    let report = try compare(Fixture.cells("fno", [0.1]), Fixture.cells("fno", [0.1]))
    #expect(report.rows.map(\.verdict) == [.equivalent])
    #expect(report.rows[0].sentence == "bit-identical over 1 pair of seeds.")
    #expect(!report.hasRegression)
  }

  @Test func aSmallSteadyChangeIsEquivalent() throws {
    let row = try row([1.01, 1.012, 1.011, 1.01])
    #expect(row.verdict == .equivalent)
    #expect(
      row.sentence
        == "ratio 1.011 [1.009, 1.012] over 4 pairs of seeds lies within the margin of 5 %.")
  }

  @Test func aClearRiseOfAnErrorIsWorseAndARegression() throws {
    let row = try row([1.2, 1.22, 1.21, 1.19])
    #expect(row.verdict == .worse)
    #expect(row.isRegression)
    #expect(
      row.sentence
        == "ratio 1.205 [1.185, 1.226] over 4 pairs of seeds (p = 0.0001 after Holm): worse by "
        + "more than the margin of 5 %.")
  }

  @Test func aClearFallOfAnErrorIsBetter() throws {
    let row = try row([0.8, 0.82, 0.81, 0.79])
    #expect(row.verdict == .better)
    #expect(!row.isRegression)
  }

  @Test func aWideIntervalIsUndecidedAndSaysHowManySeedsAreNeeded() throws {
    let row = try row([1.4, 0.9, 1.3, 1.1])
    #expect(row.verdict == .undecided)
    #expect(row.evidence?.moreSeeds == 30)
    #expect(
      row.sentence
        == "ratio 1.159 [0.8478, 1.583] over 4 pairs of seeds cannot be told from the margin of "
        + "5 %: about 30 more seeds would decide it.")
  }

  @Test func aSinglePairIsUndecidedUnlessItIsIdentical() throws {
    let report = try compare(Fixture.cells("fno", [0.2]), Fixture.cells("fno", [0.1]))
    #expect(report.rows[0].verdict == .undecided)
    #expect(report.rows[0].pValue == nil)
    #expect(
      report.rows[0].sentence
        == "ratio 2 from a single pair of seeds says nothing of the spread, so no interval can be "
        + "had: run more seeds.")
    #expect(!report.hasRegression)
  }

  /// Rows whose changes scatter by about `spread` over three seeds, each in its own way.
  func scattered(_ models: Int, factor: Double, spread: Double) -> [CellResult] {
    (0..<models).flatMap { model in
      let shifts = (0..<3).map { seed in 1 + spread * Double((model * 7 + seed * 5) % 11 - 5) / 5 }
      return Fixture.cells("m\(model)", zip(before, shifts).map { $0 * $1 * factor })
    }
  }

  @Test func manyRowsRaiseTheBarForEach() throws {
    let theirs = (0..<40).flatMap { Fixture.cells("m\($0)", Array(before.prefix(3))) }
    let alone = try compare(
      scattered(4, factor: 1.16, spread: 0.05), Array(theirs.prefix(12)))
    let among = try compare(scattered(40, factor: 1.16, spread: 0.05), theirs)
    #expect(alone.methods[2].contains("over the 8 rows and models whose numbers changed"))
    #expect(among.methods[2].contains("over the 80 rows and models whose numbers changed"))
  }

  @Test func spreadsOfOtherRowsLendThreeSeedsTheirCertainty() throws {
    let theirs = (0..<12).flatMap { Fixture.cells("m\($0)", Array(before.prefix(3))) }
    let report = try compare(scattered(12, factor: 1.3, spread: 0.05), theirs)
    let row = report.rows[0]
    // A row alone has 2 degrees of freedom; twelve together lend each of them up to 24.
    #expect((row.evidence?.degreesOfFreedom ?? 0) > 4)
    #expect(report.rows.allSatisfy { $0.verdict == .worse })
    #expect(report.overall.allSatisfy { $0.verdict == .worse })
    let overall = report.overall[0]
    // The bootstrap of three pairs is narrower than the moderated interval around the same ratio.
    #expect(abs((overall.resampled?.estimate ?? 0) - (overall.ratio?.estimate ?? 1)) < 1e-9)
    #expect(overall.resampled != nil && overall.taskPValue == nil)
  }

  @Test func swappingTheSidesSwapsBetterAndWorse() throws {
    let ours = Fixture.cells("fno", zip(before, [1.2, 1.22, 1.21, 1.19]).map { $0 * $1 })
    let theirs = Fixture.cells("fno", before)
    let here = try compare(ours, theirs).rows[0]
    let there = try compare(theirs, ours).rows[0]
    #expect(here.verdict == .worse && there.verdict == .better)
    let ratios = try #require(here.ratio.flatMap { here in there.ratio.map { (here, $0) } })
    #expect(abs(ratios.0.estimate * ratios.1.estimate - 1) < 1e-12)
    #expect(abs(ratios.0.lower * ratios.1.upper - 1) < 1e-12)
    #expect(abs((here.pValue ?? 0) - (there.pValue ?? 1)) < 1e-15)
  }

  @Test func aUnitChangesNoVerdict() throws {
    let plain = try row([1.2, 1.22, 1.21, 1.19])
    let scaled = try compare(
      Fixture.cells("fno", zip(before, [1.2, 1.22, 1.21, 1.19]).map { $0 * $1 * 1000 }),
      Fixture.cells("fno", before.map { $0 * 1000 })
    ).rows[0]
    #expect(scaled.verdict == plain.verdict)
    #expect(abs((scaled.ratio?.estimate ?? 0) - (plain.ratio?.estimate ?? 1)) < 1e-12)
  }

  @Test func aSkillIsComparedByDifferencesAndLargerIsBetter() throws {
    let report = try Comparer().compare(
      Fixture.frame(Fixture.cells("fno", [0.30, 0.31, 0.32])),
      against: Fixture.frame(Fixture.cells("fno", [0.50, 0.52, 0.51])), named: "old",
      profile: .quick)
    #expect(report.rows.map(\.quantity) == [Fixture.error, Fixture.skill])
    let row = report.rows[1]
    #expect(row.verdict == .better)
    #expect(row.ratio == nil)
    #expect(row.evidence?.scale == .difference)
    #expect(row.evidence?.seeds == [0, 1, 2])
    #expect(abs((row.evidence?.difference?.estimate ?? 0) - 0.2) < 1e-12)
    #expect(
      row.sentence
        == "difference 0.2 [0.1752, 0.2248] over 3 pairs of seeds (p = 0.0025 after Holm): better "
        + "by more than the margin of 0.0295 (5 % of the mean size).")
  }

  @Test func anErrorOfZeroIsComparedByDifferences() throws {
    let report = try compare(Fixture.cells("fno", [0, 0.2]), Fixture.cells("fno", [0.1, 0.2]))
    #expect(report.rows[0].evidence?.scale == .difference)
  }

  @Test func aLostValueIsARegressionAndSurvivorsAreNotAveraged() throws {
    let report = try compare(
      Fixture.cells("fno", [0.1, nil, 0.1]), Fixture.cells("fno", [0.2, 0.2, 0.2]))
    let row = report.rows[0]
    #expect(row.verdict == .missing)
    #expect(row.ours == nil && row.theirs != nil && row.ratio == nil)
    #expect(
      row.sentence
        == "no value (seed 1: timed-out: 1 s wall-clock limit) here, while the baseline has a "
        + "value.")
    #expect(report.hasRegression)
  }

  @Test func aValueThatTheBaselineNeverHadIsMissingButNoRegression() throws {
    let report = try compare(
      Fixture.cells("fno", [0.1, 0.1]), Fixture.cells("fno", [0.1, nil]))
    #expect(report.rows[0].verdict == .missing)
    #expect(!report.hasRegression)
    let both = try compare(Fixture.cells("fno", [0.1, nil]), Fixture.cells("fno", [nil, 0.1]))
    #expect(both.rows[0].verdict == .missing)
    #expect(
      both.rows[0].sentence
        == "no value (seed 1: timed-out: 1 s wall-clock limit) here and no value (seed 0: "
        + "timed-out: 1 s wall-clock limit) in the baseline.")
    #expect(!both.hasRegression)
  }

  @Test func whatWasNotRunCountsOnlyOverTheWholeBaseline() throws {
    let ours = Fixture.cells("fno", before)
    let theirs = Fixture.cells("fno", before) + Fixture.cells("unet", before)
    let whole = try compare(ours, theirs)
    #expect(whole.rows.map(\.model) == ["fno", "unet"])
    #expect(whole.rows[1].sentence == "'unet' was not run here, while the baseline has a value.")
    #expect(whole.hasRegression)
    let part = try compare(ours, theirs, scope: .onlyRun)
    #expect(part.rows.map(\.model) == ["fno"])
    #expect(!part.hasRegression)
  }

  @Test func aModelThatWasNotRunIsLostAlsoWhenTheBaselineHasOneSeed() throws {
    let report = try compare(
      Fixture.cells("fno", [0.1]), Fixture.cells("fno", [0.1]) + Fixture.cells("unet", [0.2]))
    #expect(report.rows[1].sentence == "'unet' was not run here, while the baseline has a value.")
    #expect(report.rows[1].isRegression)
  }

  @Test func onlyCommonSeedsArePaired() throws {
    let report = try compare(
      Fixture.cells("fno", [0.1, 0.12]), Fixture.cells("fno", [0.1, 0.12, 99]))
    #expect(report.rows[0].verdict == .equivalent)
    #expect(report.rows[0].theirs?.count == 2)
  }

  @Test func runsWithoutACommonSeedAreComparedUnpaired() throws {
    let others = Fixture.cells("fno", [nil, nil, 0.30, 0.31, 0.29]).filter { $0.state == .done }
    let report = try compare(others, Fixture.cells("fno", [0.1, 0.105]))
    let row = report.rows[0]
    #expect(row.verdict == .worse)
    #expect(row.evidence?.pairing == .unpaired)
    #expect(row.evidence?.seeds == [2, 3, 4])
    // ln(0.29989 / 0.10247) by geometric means, ± t(0.975, 3) · 0.0346 · √(1/3 + 1/2).
    #expect(
      row.sentence.hasPrefix("ratio 2.927 [2.653, 3.228] over 3 runs here and 2 there, unpaired,"))
    #expect(report.methods.contains { $0.hasPrefix("Rows marked unpaired") })
  }

  @Test func oneRunIsSetAgainstTheSpreadOfTheOtherSide() throws {
    let report = try compare(
      Fixture.cells("fno", [0.2]), Fixture.cells("fno", [0.1, 0.102, 0.098]))
    #expect(report.rows[0].evidence?.pairing == .unpaired)
    #expect(report.rows[0].verdict == .worse)
  }

  @Test func oneRunOnEachSideHasNoInterval() throws {
    let other = Fixture.cells("fno", [nil, 0.3]).filter { $0.state == .done }
    let report = try compare(other, Fixture.cells("fno", [0.1]))
    #expect(report.rows[0].verdict == .undecided)
    #expect(
      report.rows[0].sentence
        == "ratio 3 from one run on each side says nothing of the spread, so no interval can be "
        + "had: run more seeds.")
    #expect(report.overall[0].verdict == .undecided)
    #expect(report.overall[0].sentence.contains("no interval can be had"))
  }

  @Test func aModelCanHaveAnotherNameInTheBaseline() throws {
    let report = try compare(
      Fixture.cells("fno2", before), Fixture.cells("fno", before), names: ["fno2": "fno"])
    #expect(report.rows.map(\.model) == ["fno2"])
    #expect(report.rows[0].baselineModel == "fno")
    #expect(report.rows[0].verdict == .equivalent)
  }

  @Test func aNewModelIsComparedWithTheBestOrWithAll() throws {
    let ours = Fixture.errorFrame(Fixture.cells("mine", before.map { $0 / 2 }))
    let theirs = Fixture.errorFrame(
      Fixture.cells("still", before.map { $0 * 3 }) + Fixture.cells("unet", before))
    let comparer = try Comparer()
    let best = try comparer.compareNew(
      model: "mine", in: ours, against: theirs, named: "old", profile: .quick)
    #expect(best.rows.map(\.baselineModel) == ["unet"])
    #expect(best.rows[0].verdict == .better)
    let all = try comparer.compareNew(
      model: "mine", in: ours, against: theirs, named: "old", profile: .quick, rivals: .all)
    #expect(all.rows.map(\.baselineModel) == ["still", "unet"])
    #expect(
      throws: AssayError(
        .badInput, where: "model myne", found: "no cell of it at profile quick",
        expected: "one of mine", remedy: "run the model first, or correct its name")
    ) {
      try comparer.compareNew(
        model: "myne", in: ours, against: theirs, named: "old", profile: .quick)
    }
  }

  @Test func nothingInCommonIsAnErrorAndNoSuccess() {
    #expect(
      throws: AssayError(
        .badInput, where: "baseline old",
        found: "nothing at profile quick that both sides could share",
        expected: "cells of the same suite and task",
        remedy: "compare with a baseline of this profile ('assay list baselines' shows them)")
    ) {
      try compare(
        Fixture.cells("fno", before), Fixture.cells("fno", before, profile: .paper))
    }
  }

  @Test(arguments: [-0.1, .nan, .infinity])
  func aMarginIsAFiniteNumberFromZero(margin: Double) {
    #expect(throws: AssayError.self) { try Comparer(margin: margin) }
  }
}
