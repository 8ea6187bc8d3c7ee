import Randomness
import Statistics
import Testing

@Suite struct PairedTestTests {
  let reference: Reference
  let random = RandomStream(seed: 5).stream("sign-flips")

  init() throws { reference = try Reference.load() }

  @Test func tTestsAgreeWithSciPy() throws {
    for entry in reference.paired {
      let result = try #require(PairedTest.student(entry.differences))
      #expect(agrees(result.statistic, with: entry.t[0], to: 1e-13))
      #expect(agrees(result.pValue, with: entry.t[1], to: 1e-11))
    }
  }

  @Test func exactSignFlipsAgreeWithSciPy() throws {
    for entry in reference.paired {
      guard let expected = entry.signFlip else { continue }
      let result = try #require(PairedTest.signFlip(entry.differences, random: random))
      #expect(result.method == .exact)
      #expect(agrees(result.statistic, with: expected[0], to: 1e-13))
      #expect(agrees(result.pValue, with: expected[1], to: 1e-13))
    }
  }

  @Test func sampledSignFlipsComeNearTheTTestAndRepeat() throws {
    let long = try #require(reference.paired.last)
    let result = try #require(PairedTest.signFlip(long.differences, random: random))
    #expect(result.method == .sampled)
    #expect(abs(result.pValue - long.t[1]) < 0.01)
    #expect(PairedTest.signFlip(long.differences, random: random) == result)
  }

  @Test func signedRanksAgreeWithSciPyWithAndWithoutTies() throws {
    for entry in reference.signedRanks {
      let result = try #require(PairedTest.signedRank(entry.differences))
      #expect(result.statistic == entry.statistic)
      #expect(agrees(result.pValue, with: entry.p, to: 1e-12))
      #expect(result.method == (result.count <= 50 ? .exact : .asymptotic))
    }
  }

  @Test func everyTestIsSymmetricUnderASwapOfTheSides() throws {
    for entry in reference.paired {
      let swapped = entry.differences.map { -$0 }
      let tests: [([Double]) -> TestResult?] = [
        PairedTest.student, PairedTest.signedRank,
        { PairedTest.signFlip($0, random: random) },
      ]
      for test in tests {
        let here = try #require(test(entry.differences))
        let there = try #require(test(swapped))
        #expect(agrees(there.pValue, with: here.pValue, to: 1e-12))
      }
    }
  }

  @Test func rankAndSignTestsIgnoreTheUnit() throws {
    let differences = reference.paired[3].differences
    let scaled = differences.map { $0 * 1e-9 }
    #expect(PairedTest.signedRank(scaled)?.pValue == PairedTest.signedRank(differences)?.pValue)
    #expect(
      PairedTest.signFlip(scaled, random: random)?.pValue
        == PairedTest.signFlip(differences, random: random)?.pValue)
  }

  @Test func differencesThatAreAllAlikeAreCertainOrNothing() throws {
    #expect(PairedTest.student([0.5, 0.5, 0.5])?.pValue == 0)
    #expect(PairedTest.student([0, 0, 0])?.pValue == 1)
    #expect(PairedTest.student([0.5]) == nil)
    #expect(PairedTest.signedRank([0, 0]) == nil)
    #expect(PairedTest.signFlip([0, 0], random: random)?.pValue == 1)
    #expect(PairedTest.signFlip([], random: random) == nil)
  }

  @Test func correctionsAgreeWithTheirReferences() {
    for entry in reference.corrections {
      for (value, expected) in zip(Correction.holm.adjusted(entry.p), entry.holm) {
        #expect(agrees(value, with: expected, to: 1e-14))
      }
      for (value, expected) in zip(
        Correction.benjaminiHochberg.adjusted(entry.p), entry.benjaminiHochberg)
      {
        #expect(agrees(value, with: expected, to: 1e-14))
      }
    }
  }

  @Test(arguments: Correction.allCases)
  func aCorrectionNeverLowersAPValueNorDependsOnTheOrder(correction: Correction) {
    let pValues = [0.2, 0.001, 0.03, 0.03, 0.9]
    let adjusted = correction.adjusted(pValues)
    #expect(zip(pValues, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
    #expect(correction.adjusted(pValues.reversed()) == adjusted.reversed())
    #expect(correction.adjusted([]) == [])
  }

  @Test func thePairsNeededComeNearTheExactPower() throws {
    for entry in reference.pairsNeeded {
      let pairs = try #require(Power.pairs(deviation: 1, gap: entry[0]))
      // The approximation replaces the non-central t by a shifted one.
      #expect(abs(Double(pairs) - entry[1]) <= max(1, 0.03 * entry[1]), "gap \(entry[0])")
    }
  }

  @Test func morePairsAreNeededForASmallerGapAndNoneSufficeForNone() {
    #expect(Power.pairs(deviation: 1, gap: 0) == nil)
    #expect(Power.pairs(deviation: 1, gap: 1e-4) == nil)
    #expect(Power.pairs(deviation: 0, gap: 1) == 2)
    let counts = [2, 1, 0.5, 0.1].compactMap { Power.pairs(deviation: 1, gap: $0) }
    #expect(counts == counts.sorted() && counts.count == 4)
  }
}
