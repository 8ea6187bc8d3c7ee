import Autodiff
import Networks
import Randomness
import Testing

@Suite struct ConvolutionLayerTests {
  @Test func convolutionsStartUniformWithinTheInverseRootOfTheirTerms() {
    var parameters = ParameterSet<Float>(random: RandomStream(seed: 1))
    let layer = Convolution(
      "a", inputs: 32, outputs: 24, kernel: [3, 3], ConvolutionGeometry(groups: 2),
      in: &parameters)
    let up = TransposedConvolution("b", inputs: 30, outputs: 16, kernel: [3, 3], in: &parameters)
    #expect(layer.weight.shape == [24, 16, 3, 3] && layer.bias?.shape == [24])
    #expect(up.weight.shape == [30, 16, 3, 3] && up.bias?.shape == [16])
    let bound = Float(1.0 / 12)  // both have 16 x 9 terms for torch
    for parameter in parameters.parameters {
      #expect(parameter.value.values.allSatisfy { abs($0) <= bound })
    }
    #expect(layer.weight.value.values.map(abs).max() ?? 0 > 0.99 * bound)
    #expect(up.weight.value.values.map(abs).max() ?? 0 > 0.99 * bound)
  }

  @Test func aTransposedConvolutionHasTheShapeThatItsConvolutionCameFrom() {
    var parameters = ParameterSet<Float>(random: RandomStream(seed: 1))
    let geometry = ConvolutionGeometry(stride: [2, 3], padding: [1, 1])
    let down = Convolution(
      "down", inputs: 2, outputs: 5, kernel: [3, 4], geometry, hasBias: false, in: &parameters)
    let up = TransposedConvolution(
      "up", inputs: 5, outputs: 2, kernel: [3, 4], geometry, outputPadding: [0, 1],
      hasBias: false, in: &parameters)
    let tape = Tape<Float>(.inference)
    let small = down(tape.constant([3, 2, 9, 12]), on: tape)
    #expect(small.shape == [3, 5, 5, 4])
    #expect(up(small, on: tape).shape == [3, 2, 9, 12])
    #expect(parameters.parameters.count == 2)
  }
}
