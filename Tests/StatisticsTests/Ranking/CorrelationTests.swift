import Statistics
import Testing

@Suite struct CorrelationTests {
  struct Stored: Decodable {
    struct Entry: Decodable {
      let first: [Double]
      let second: [Double]
      /// Statistic and p.
      let spearman: [Double]
      let kendall: [Double]
    }

    let correlations: [Entry]
  }

  @Test func rankCorrelationsAgreeWithSciPy() throws {
    let stored: Stored = try StoredValues.load("fits")
    for entry in stored.correlations {
      let spearman = try #require(Correlation.spearman(entry.first, entry.second))
      #expect(agrees(spearman.statistic, with: entry.spearman[0], to: 1e-12))
      #expect(agrees(spearman.pValue, with: entry.spearman[1], to: 1e-9))
      let kendall = try #require(Correlation.kendall(entry.first, entry.second))
      #expect(agrees(kendall.statistic, with: entry.kendall[0], to: 1e-12))
      #expect(agrees(kendall.pValue, with: entry.kendall[1], to: 1e-9))
    }
  }

  @Test func theSameOrderCorrelatesFullyAndConstantsNotAtAll() {
    #expect(Correlation.kendall([1, 2, 3], [4, 5, 9])?.statistic == 1)
    #expect(Correlation.spearman([1, 2, 3], [9, 5, 4])?.statistic == -1)
    #expect(Correlation.spearman([1, 2, 3], [9, 5, 4])?.pValue == 0)
    #expect(Correlation.kendall([1, 2, 3], [1, 1, 1]) == nil)
    #expect(Correlation.spearman([1, 2, 3], [1, 1, 1]) == nil)
    #expect(Correlation.spearman([1, 2], [1, 2]) == nil)
    #expect(Correlation.kendall([1], [2]) == nil)
  }
}
