import Autodiff
import Networks
import Randomness
import Testing

@Suite struct LayerTests {
  private func set() -> ParameterSet<Float> {
    ParameterSet<Float>(random: RandomStream(seed: 1))
  }

  @Test func linearLayersStartUniformWithinTheInverseRootOfTheirInputs() throws {
    var parameters = set()
    _ = Dense("dense", inputs: 400, outputs: 20, in: &parameters)
    _ = PointwiseConvolution("pointwise", inputs: 400, outputs: 20, in: &parameters)
    for parameter in parameters.parameters {
      let values = parameter.value.values
      #expect(values.allSatisfy { abs($0) <= 0.05 })
    }
    let weights = try #require(parameters.parameters.first).value.values.map(Double.init)
    let variance = weights.map { $0 * $0 }.reduce(0, +) / Double(weights.count)
    // of the uniform distribution: 0.05^2 / 3, with a standard error of 1 %
    #expect(abs(variance / (0.0025 / 3) - 1) < 0.04)
  }

  @Test func spectralWeightsStartInTheUnitIntervalOverInputsTimesOutputs() {
    var parameters = set()
    let layer = SpectralConvolution(
      "spectral", inputs: 5, outputs: 4, modes: [3, 4], in: &parameters)
    let values = layer.weight.value.values
    #expect(layer.weight.shape == [6, 4, 5, 2, 4])
    #expect(values.allSatisfy { $0 >= 0 && $0 < 0.05 })
    #expect(values.max() ?? 0 > 0.049)
  }

  @Test func aLayerStartsTheSameWhateverOtherLayersThereAre() {
    var alone = set()
    var second = set()
    let first = Dense("a", inputs: 3, outputs: 2, in: &alone)
    _ = Dense("b", inputs: 3, outputs: 2, in: &second)
    let same = Dense("a", inputs: 3, outputs: 2, in: &second)
    #expect(first.weight.value.values == same.weight.value.values)
    #expect(first.weight.value.values.prefix(2) != first.bias.value.values.prefix(2))
  }
}
