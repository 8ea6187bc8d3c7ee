import Foundation
import Solvers
import Testing

@Suite struct SpectralSymbolTests {
  @Test func aDerivativeTurnsWavesByTheirNumber() {
    let grid = SpectralGrid(counts: [8], lengths: [4 * .pi], field: .complex)
    let first = SpectralSymbol.derivative(1, on: grid)
    let third = SpectralSymbol.derivative(3, times: ComplexNumber(2), on: grid)
    // Waves 0 1 2 3 4 −3 −2 −1 with k half of that; the middle one has no sign.
    #expect((0..<8).map { first[$0].imaginary } == [0, 0.5, 1, 1.5, 0, -1.5, -1, -0.5])
    #expect(third[1] == ComplexNumber(0, -0.25))
    #expect(SpectralSymbol.derivative(2, on: grid)[4].real == -4)
  }

  @Test func aRealGridHasHalfTheModesOfItsLastAxis() {
    let grid = SpectralGrid(counts: [6, 8], lengths: [1, 1], field: .real)
    #expect(grid.modeCounts == [6, 5])
    #expect(grid.modeCount == 30)
    #expect(grid.valueCount == 48)
    let alongFirst = SpectralSymbol.derivative(2, axis: 0, on: grid)
    // Row 4 of axis 0 has −2 waves.
    #expect(abs(alongFirst[22].real + 16 * Double.pi * Double.pi) < 1e-13)
  }

  @Test func complexDivisionNeitherOverflowsNorLosesSmallParts() {
    let large = ComplexNumber(1e300, 1e300)
    #expect(large / large == ComplexNumber(1))
    #expect(ComplexNumber(1) / ComplexNumber(0, 2) == ComplexNumber(0, -0.5))
    let z = ComplexNumber(0.3, -2)
    #expect(((z * z) / z - z).magnitude < 1e-15)
    #expect((ComplexNumber(0, .pi).exponential + ComplexNumber(1)).magnitude < 2e-16)
  }
}
