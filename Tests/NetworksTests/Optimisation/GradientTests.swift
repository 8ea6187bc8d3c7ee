import Autodiff
import Networks
import Testing

@Suite struct GradientTests {
  private func parameters() -> [Parameter<Double>] {
    let parameters = [Parameter.at([0, 0, 0], "a"), Parameter.at([0, 0], "b")]
    parameters[0].gradient.load([3, -4, 0.5])
    parameters[1].gradient.load([12, -0.1])
    return parameters
  }

  @Test func clippingFollowsTheReference() throws {
    let reference = try TrajectoryReference.read()
    for (clipping, expected) in [
      (GradientClipping.norm(2), reference.clippedNorm),
      (.value(1.5), reference.clippedValue),
    ] {
      let parameters = parameters()
      clipping.clip(parameters)
      for (parameter, wanted) in zip(parameters, expected) {
        for (found, wanted) in zip(parameter.gradient.values, wanted) {
          // the roundings of a norm and a product
          #expect(abs(found - wanted) <= 8 * Double.ulpOfOne * abs(wanted))
        }
      }
    }
  }

  @Test func shortGradientsAndNoClippingChangeNothing() {
    for clipping in [GradientClipping.none, .norm(100), .value(100)] {
      let parameters = parameters()
      clipping.clip(parameters)
      #expect(parameters.map(\.gradient.values) == [[3, -4, 0.5], [12, -0.1]])
    }
  }

  @Test func anAverageFollowsItsFormulaAndChangesPlaces() throws {
    let w = Parameter.at([1, 2])
    var average = ParameterAverage([w], decay: 0.75)
    w.value.load([3, 6])
    average.update()
    w.value.load([4, 8])
    average.update()
    // 0.75 (0.75 · 1 + 0.25 · 3) + 0.25 · 4
    average.exchange()
    #expect(w.value.values == [2.125, 4.25])
    #expect(average.holder == .average)
    average.exchange()
    #expect(w.value.values == [4, 8])
    var other = ParameterAverage([w], decay: 0.75)
    try other.restore(average.state)
    other.exchange()
    #expect(w.value.values == [2.125, 4.25])
  }
}
