import Foundation
import Randomness
import Statistics
import Testing

@Suite struct HierarchicalBootstrapTests {
  struct Stored: Decodable {
    struct Case: Decodable {
      let ours: [[Double]]
      let theirs: [[Double]]
      /// Estimate, ends of the interval, degrees of freedom.
      let difference: [Double]
      let logRatio: [Double]
      /// Mean and deviation over all resamples, of the difference and of the log ratio.
      let moments: [[Double]]?
    }

    let cases: [Case]
  }

  let stored: Stored
  let random = RandomStream(seed: 9).stream("hierarchical")

  init() throws { stored = try StoredValues.load("hierarchy") }

  private func effect(
    _ effect: HierarchicalBootstrap.Effect, _ entry: Stored.Case, resamples: Int = 20
  ) throws -> HierarchicalEffect {
    let (ours, theirs) = (
      try #require(CrossedTable(entry.ours)), try #require(CrossedTable(entry.theirs))
    )
    return try #require(
      HierarchicalBootstrap(resamples: resamples, random: random)
        .effect(effect, ours: ours, theirs: theirs))
  }

  @Test(arguments: HierarchicalBootstrap.Effect.allCases)
  func effectsAgreeWithTheirDefinition(kind: HierarchicalBootstrap.Effect) throws {
    for entry in stored.cases {
      let found = try effect(kind, entry)
      let expected = kind == .difference ? entry.difference : entry.logRatio
      #expect(agrees(found.interval.estimate, with: expected[0], to: 1e-11))
      #expect(agrees(found.interval.lower, with: expected[1], to: 1e-10))
      #expect(agrees(found.interval.upper, with: expected[2], to: 1e-10))
      #expect(agrees(found.comparison.degreesOfFreedom, with: expected[3], to: 1e-10))
      #expect(found.interval.count == entry.ours.count)
    }
  }

  @Test(arguments: HierarchicalBootstrap.Effect.allCases)
  func resamplesHaveTheMomentsOfAllResamples(kind: HierarchicalBootstrap.Effect) throws {
    let entry = stored.cases[0]
    let moments = try #require(entry.moments)[kind == .difference ? 0 : 1]
    let replicates = Observations(
      try effect(kind, entry, resamples: 40_000).distribution.replicates)
    #expect(abs(replicates.mean - moments[0]) < 4 * moments[1] / 200)
    // The deviation of 40 000 draws is uncertain by 0.35 %, more with heavy tails.
    #expect(agrees(replicates.standardDeviation, with: moments[1], to: 0.02))
  }

  @Test(arguments: HierarchicalBootstrap.Effect.allCases)
  func swappingTheSidesTurnsTheSign(kind: HierarchicalBootstrap.Effect) throws {
    let entry = stored.cases[1]
    let swapped = Stored.Case(
      ours: entry.theirs, theirs: entry.ours, difference: [], logRatio: [], moments: nil)
    let (here, there) = (try effect(kind, entry), try effect(kind, swapped))
    #expect(agrees(there.interval.lower, with: -here.interval.upper, to: 1e-12))
    #expect(agrees(there.comparison.pValue, with: here.comparison.pValue, to: 1e-12))
  }

  @Test func oneCaseIsAPairedTestOverSeeds() throws {
    let (ours, theirs) = ([1.0, 2, 4, 4], [0.5, 2, 3, 3.5])
    let (left, right) = (CrossedTable(ours.map { [$0] }), CrossedTable(theirs.map { [$0] }))
    let (first, second) = (try #require(left), try #require(right))
    let effect = try #require(
      HierarchicalBootstrap(resamples: 20, random: random).effect(
        .difference, ours: first, theirs: second))
    let paired = try #require(PairedTest.student(zip(ours, theirs).map { $0 - $1 }))
    #expect(agrees(effect.comparison.pValue, with: paired.pValue, to: 1e-12))
  }

  @Test func whatCannotBeComparedHasNoEffect() throws {
    let bootstrap = HierarchicalBootstrap(resamples: 20, random: random)
    let single = try #require(CrossedTable([[1, 2, 3]]))
    #expect(bootstrap.effect(.difference, ours: single, theirs: single) == nil)
    let signed = try #require(CrossedTable([[1, -2], [3, 4]]))
    #expect(bootstrap.effect(.logRatio, ours: signed, theirs: signed) == nil)
    #expect(bootstrap.effect(.difference, ours: signed, theirs: signed)?.interval.upper == 0)
    #expect(CrossedTable([]) == nil)
    #expect(CrossedTable([[1, 2], [3]]) == nil)
    #expect(CrossedTable(nested: [[[1], []]]) == nil)
  }

  @Test func samplesAreAveragedWithinTheirCase() throws {
    let table = try #require(CrossedTable(nested: [[[1, 3], [5]], [[2], [4, 6, 8]]]))
    #expect(table.rows == [[2, 5], [2, 6]])
    #expect(table.mean == 3.75)
  }
}
