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
}
