import Networks
import Testing

@Suite struct NaturalSplineTests {
  /// Through (0, 0), (1, 1), (2, 0): the conditions give s = 3/2 t - t³/2 up to 1, and its mirror image.
  @Test func threePointsGiveTheKnownCubics() {
    let spline = NaturalSpline(times: [0, 1, 2], values: [0, 1, 0])
    let middle = spline.expansion(at: 0.5)
    #expect(abs(middle.value - (0.75 - 0.0625)) < 1e-15)
    #expect(abs(middle.first - (1.5 - 0.375)) < 1e-15)
    #expect(abs(middle.second + 1.5) < 1e-15 && abs(middle.third + 3) < 1e-15)
    #expect(abs(spline.expansion(at: 1.5).value - middle.value) < 1e-15)
    #expect(abs(spline.expansion(at: 1).first) < 1e-15)
  }

  @Test func derivativesAreThoseOfTheValue() {
    let times = [0, 0.1, 0.35, 0.4, 0.9, 1]
    let spline = NaturalSpline(times: times, values: [1, -2, 0.5, 3, 2, -1])
    let step = 1e-5
    for t in [0.05, 0.2, 0.37, 0.6, 0.95] {
      let (below, at, above) = (
        spline.expansion(at: t - step), spline.expansion(at: t), spline.expansion(at: t + step)
      )
      // Central differences of cubics: an error of step² / 6 · third, and rounding of 1e-16 / step.
      let bound = 1e-9 * max(1, abs(at.third))
      #expect(abs((above.value - below.value) / (2 * step) - at.first) < bound)
      #expect(abs((above.first - below.first) / (2 * step) - at.second) < bound)
      #expect(abs((above.second - below.second) / (2 * step) - at.third) < bound)
    }
  }

  @Test func theCurvatureIsContinuousAndEndsAtZero() {
    let times = [0, 0.1, 0.35, 0.4, 0.9, 1]
    let spline = NaturalSpline(times: times, values: [1, -2, 0.5, 3, 2, -1])
    #expect(abs(spline.expansion(at: 0).second) < 1e-10)
    for knot in times.dropFirst().dropLast() {
      let before = spline.expansion(at: knot - 1e-9)
      let after = spline.expansion(at: knot)
      #expect(abs(before.value - after.value) < 1e-6 && abs(before.first - after.first) < 1e-4)
      #expect(abs(before.second - after.second) < 1e-9 * abs(before.third) + 1e-9)
    }
  }

  @Test func itStaysWhereItIsOutside() {
    let spline = NaturalSpline(times: [0.2, 0.5], values: [3, 4])
    #expect(spline.expansion(at: 0.1) == .init(value: 3))
    #expect(spline.expansion(at: 0.5) == .init(value: 4))
    #expect(abs(spline.expansion(at: 0.3).first - 10 / 3) < 1e-14)
    #expect(NaturalSpline(times: [], values: []).expansion(at: 0.3) == .init())
    #expect(NaturalSpline(times: [0.5], values: [2]).expansion(at: 0.7) == .init(value: 2))
  }
}
