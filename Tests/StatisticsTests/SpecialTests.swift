import Statistics
import Testing

@Suite struct SpecialTests {
  struct Stored: Decodable {
    let digamma: [[Double]]
    let trigamma: [[Double]]
  }

  @Test func polygammaFunctionsAgreeWithSciPy() throws {
    let stored: Stored = try StoredValues.load("means")
    for entry in stored.digamma {
      #expect(agrees(PolyGamma.digamma(entry[0]), with: entry[1], to: 1e-13), "\(entry[0])")
    }
    for entry in stored.trigamma {
      #expect(agrees(PolyGamma.trigamma(entry[0]), with: entry[1], to: 1e-13), "\(entry[0])")
      #expect(agrees(PolyGamma.trigammaInverse(entry[1]), with: entry[0], to: 1e-12))
    }
  }

  struct Distributions: Decodable {
    /// k, degrees of freedom or −1 for infinitely many, tail, quantile.
    let studentizedRange: [[Double]]
    /// Degrees of freedom, x, tail.
    let chiSquared: [[Double]]
    /// Degrees of freedom of both, f, tail.
    let fisher: [[Double]]
  }

  @Test func tailsAgreeWithSciPy() throws {
    let stored: Distributions = try StoredValues.load("ranks")
    for entry in stored.chiSquared {
      let tail = ChiSquaredDistribution(degreesOfFreedom: entry[0]).upperTail(entry[1])
      #expect(agrees(tail, with: entry[2], to: 1e-11), "\(entry)")
    }
    for entry in stored.fisher {
      let tail = FisherDistribution(numerator: entry[0], denominator: entry[1])
        .upperTail(entry[2])
      #expect(agrees(tail, with: entry[3], to: 1e-11), "\(entry)")
    }
  }

  @Test func studentizedRangesAgreeWithSciPyAndTheTable() throws {
    let stored: Distributions = try StoredValues.load("ranks")
    for entry in stored.studentizedRange {
      let range = StudentizedRange(
        count: Int(entry[0]), degreesOfFreedom: entry[1] < 0 ? .infinity : entry[1])
      // SciPy's own quantile is good to about 1e-8.
      #expect(agrees(range.upperQuantile(tail: entry[2]), with: entry[3], to: 1e-7), "\(entry)")
    }
    // Demšar 2006, table 5: q at 5 % over √2, for 2 to 10 methods.
    let table = [1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164]
    for (place, expected) in table.enumerated() {
      let q = StudentizedRange(count: place + 2).upperQuantile(tail: 0.05) / 2.0.squareRoot()
      #expect(abs(q - expected) < 0.0011)
    }
    // Two numbers: the range is √2 times a normal number's size, over s √2 times Student's t.
    let two = StudentizedRange(count: 2, degreesOfFreedom: 7).upperTail(3)
    let student = StudentDistribution(degreesOfFreedom: 7).twoSidedTail(3 / 2.0.squareRoot())
    #expect(agrees(two, with: student, to: 1e-11))
  }
}
