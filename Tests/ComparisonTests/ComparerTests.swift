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
        == "ratio 1.205 [1.185, 1.226] over 4 pairs of seeds (p = 5.2e-05 after Holm): worse by "
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
        == "ratio 2 from a single pair of seeds says nothing of the spread: run more seeds.")
    #expect(!report.hasRegression)
  }

  @Test func manyRowsRaiseTheBarForEach() throws {
    // Alone the change is worse; among forty rows chance could have made it.
    let factors = [1.16, 1.30, 1.2]
    let models = (0..<40).map { "m\($0)" }
    let ours = models.flatMap { model in
      Fixture.cells(model, zip(before, factors).map { $0 * $1 })
    }
    let theirs = models.flatMap { Fixture.cells($0, Array(before.prefix(3))) }
    let alone = try compare(Array(ours.prefix(3)), Array(theirs.prefix(3)))
    let among = try compare(ours, theirs)
    #expect(alone.rows[0].verdict == .worse)
    let row = among.rows[0]
    #expect(row.verdict == .undecided)
    #expect(row.sentence.contains("but not by more than chance (p = "))
    #expect((row.evidence?.moreSeeds ?? 0) >= 1)
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
        == "difference 0.2 [0.1752, 0.2248] over 3 pairs of seeds (p = 0.0017 after Holm): better "
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

  @Test func onlyCommonSeedsArePaired() throws {
    let report = try compare(
      Fixture.cells("fno", [0.1, 0.12]), Fixture.cells("fno", [0.1, 0.12, 99]))
    #expect(report.rows[0].verdict == .equivalent)
    #expect(report.rows[0].theirs?.count == 2)
  }

  @Test func seedsWithoutACommonOneCannotBePaired() throws {
    var shifted = Fixture.cells("fno", [0, 0, 0.3])
    shifted.removeFirst(2)
    let report = try compare(shifted, Fixture.cells("fno", [0.1, 0.2]))
    #expect(report.rows[0].verdict == .undecided)
    #expect(
      report.rows[0].sentence
        == "the two sides have no seed in common, so nothing can be paired.")
  }

  @Test func aModelCanHaveAnotherNameInTheBaseline() throws {
    let report = try compare(
      Fixture.cells("fno2", before), Fixture.cells("fno", before), names: ["fno2": "fno"])
    #expect(report.rows.map(\.model) == ["fno2"])
    #expect(report.rows[0].baselineModel == "fno")
    #expect(report.rows[0].verdict == .equivalent)
  }

  @Test func dataOfAnotherOriginAreNotCompared() throws {
    let report = try compare(
      Fixture.cells("fno", before, origin: .imported), Fixture.cells("fno", before))
    #expect(report.rows[0].verdict == .undecided)
    #expect(
      report.rows[0].sentence
        == "the data are imported here and generated in the baseline, so the numbers are not "
        + "comparable.")
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

  @Test func aMetricOfAnotherVersionIsRefused() {
    #expect(
      throws: AssayError(
        .badInput, where: "baseline old", found: "waves's metric 'nmse' in version 1",
        expected: "version 2, as it is defined now",
        remedy: "measure the baseline again and save it with 'assay baseline save'")
    ) {
      try Comparer().compare(
        Fixture.errorFrame(Fixture.cells("fno", before), version: 2),
        against: Fixture.errorFrame(Fixture.cells("fno", before)), named: "old", profile: .quick)
    }
  }

  @Test(arguments: [-0.1, .nan, .infinity])
  func aMarginIsAFiniteNumberFromZero(margin: Double) {
    #expect(throws: AssayError.self) { try Comparer(margin: margin) }
  }
}
