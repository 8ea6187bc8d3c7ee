import Canvas
import Testing

@Suite struct ScaleTests {
  @Test func anAxisOfLessThanADecadeHasMoreThanOneMarkWhereItCan() {
    // Round differences of 50 would leave one mark.
    let ticks = Scale(.logarithmic, from: 11, to: 75).ticks(about: 2)
    #expect(ticks.map(\.value) == [20, 50])
  }

  @Test func linearTicksAreRoundAndInside() {
    let ticks = Scale(.linear, from: 0, to: 20).ticks(about: 4)
    #expect(ticks.map(\.label) == ["0", "5", "10", "15", "20"])
    #expect(
      Scale(.linear, from: -0.3, to: 0.3).ticks(about: 3).map(\.label) == ["−0.2", "0.0", "0.2"])
  }

  @Test func logarithmicTicksArePowersOfTenOverManyDecades() {
    let ticks = Scale(.logarithmic, from: 1e-6, to: 10).ticks(about: 4)
    #expect(ticks.count == 8)
    #expect(ticks.map(\.label) == ["10⁻⁶", "", "10⁻⁴", "", "0.01", "", "1", ""])
  }

  @Test func oneDecadeHasMarksBetweenItsEnds() {
    let labels = Scale(.logarithmic, from: 0.002, to: 0.03).ticks(about: 5).map(\.label)
    #expect(labels == ["0.002", "0.005", "0.01", "0.02"])
  }

  @Test func aVeryNarrowLogarithmicScaleStillHasMarks() {
    #expect(Scale(.logarithmic, from: 1.01, to: 1.09).ticks(about: 4).count >= 3)
  }

  @Test func fractionsFollowTheLaw() {
    #expect(Scale(.linear, from: 2, to: 6).fraction(3) == 0.25)
    let scale = Scale(.logarithmic, from: 0.01, to: 100)
    #expect(abs((scale.fraction(1) ?? 0) - 0.5) < 1e-12)
    #expect(scale.fraction(0) == nil)
    #expect(scale.fraction(.nan) == nil)
  }

  @Test func aScaleHoldsNothingOneNumberAndManyNumbers() {
    #expect(Scale(.linear, holding: []).upper == 1)
    let one = Scale(.logarithmic, holding: [0.5])
    #expect(one.lower < 0.5 && one.upper > 0.5)
    let many = Scale(.logarithmic, holding: [-1, 0, .infinity, 0.1, 10])
    #expect(many.lower < 0.1 && many.lower > 0.05 && many.upper > 10 && many.upper < 20)
  }
}
