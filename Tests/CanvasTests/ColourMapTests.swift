import Canvas
import Testing

@Suite struct ColourMapTests {
  @Test func oklabAgreesWithItsPublishedExamples() {
    let white = Oklab(Colour(0xFFFFFF))
    #expect(abs(white.lightness - 1) < 1e-6 && abs(white.a) < 1e-4 && abs(white.b) < 1e-4)
    // Ottosson (2020): sRGB red is L 0.628, a 0.225, b 0.126.
    let red = Oklab(Colour(0xFF0000))
    #expect(abs(red.lightness - 0.628) < 1e-3)
    #expect(abs(red.a - 0.225) < 1e-3 && abs(red.b - 0.126) < 1e-3)
    #expect(red.colour == Colour(0xFF0000))
  }

  @Test func magnitudeGrowsLighterThroughout() {
    let lightness = ColourMap.magnitude.table.map { Oklab($0).lightness }
    // 8-bit channels may undo a step by their rounding, half of 1/255.
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $1 - $0 > -0.002 })
    #expect((lightness.last ?? 0) - lightness[0] > 0.6)
  }

  @Test func equalStepsLookEqual() {
    for steps in [
      steps(.magnitude, 0...255), steps(.signed, 0...127), steps(.signed, 128...255),
    ] {
      let mean = steps.reduce(0, +) / Double(steps.count)
      // Legs meet in corners, over which the straight distance is shorter than the way.
      #expect(steps.allSatisfy { abs($0 / mean - 1) < 0.25 }, "\(steps)")
    }
    let ways = [0...127, 128...255].map { steps(.signed, $0).reduce(0, +) }
    #expect(abs(ways[0] / ways[1] - 1) < 0.1)
  }

  /// Distances over 16 entries, which drown the rounding of channels.
  private func steps(_ map: ColourMap, _ range: ClosedRange<Int>) -> [Double] {
    let places = stride(from: range.lowerBound, through: range.upperBound, by: 15)
      .map { Oklab(map.table[$0]) }
    return zip(places, places.dropFirst()).map { $0.distance(to: $1) }
  }

  @Test func signedIsLightestInTheMiddleAndEquallyDarkAtBothEnds() {
    let table = ColourMap.signed.table.map { Oklab($0).lightness }
    #expect((table.max() ?? 0) - max(table[127], table[128]) < 0.01)
    #expect(abs(table[0] - table[255]) < 0.06)
  }

  @Test func numbersOutsideAreClampedAndNaNIsGrey() {
    #expect(ColourMap.magnitude.colour(-3) == ColourMap.magnitude.table[0])
    #expect(ColourMap.magnitude.colour(7) == ColourMap.magnitude.table[255])
    #expect(ColourMap.magnitude.colour(.nan) == Colour(0x808080))
  }

  @Test(arguments: [Ink.palette, Ink.darkPalette]) func seriesColoursAreToldApart(palette: [Colour])
  {
    let colours = palette.map { Oklab($0) }
    for (index, colour) in colours.enumerated() {
      for other in colours.dropFirst(index + 1) { #expect(colour.distance(to: other) > 0.1) }
    }
  }

  @Test func everyInkHasARuleForBothPapers() {
    for paper in Paper.allCases {
      for ink in Paper.inks {
        #expect(
          paper.variables.contains("--\(ink.styleName): \(ink.colour(on: paper).hexadecimal);"))
      }
    }
    #expect(Paper.rules.contains(".f-c11 { fill: var(--c11); } .s-c11 { stroke: var(--c11); }"))
  }
}
