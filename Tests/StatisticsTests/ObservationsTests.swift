import Statistics
import Testing

@Suite struct ObservationsTests {
  let reference: Reference

  init() throws { reference = try Reference.load() }

  @Test func descriptionsAgreeWithNumPy() {
    for entry in reference.descriptions {
      let observations = Observations(entry.values)
      #expect(agrees(observations.mean, with: entry.mean, to: 1e-15))
      #expect(agrees(observations.variance, with: entry.variance, to: 1e-12))
      #expect(agrees(observations.median, with: entry.median, to: 1e-15))
      #expect(agrees(observations.interquartileMean, with: entry.interquartileMean, to: 1e-14))
      for quantile in entry.quantiles {
        #expect(agrees(observations.quantile(quantile[0]), with: quantile[1], to: 1e-14))
      }
    }
  }

  @Test func meanRanksAgreeWithSciPy() {
    for entry in reference.descriptions {
      #expect(Ranks.mean(of: entry.values) == entry.ranks)
    }
    #expect(Ranks.mean(of: []) == [])
    #expect(Ranks.mean(of: [7, 7, 7]) == [2, 2, 2])
  }

  @Test func equalValuesHaveExactlyTheirMeanAndNoSpread() {
    let observations = Observations([0.1, 0.1, 0.1])
    #expect(observations.mean == 0.1)
    #expect(observations.variance == 0)
    #expect(Observations([0.3]).variance == 0)
    #expect(Observations([0.3]).interquartileMean == 0.3)
  }
}
