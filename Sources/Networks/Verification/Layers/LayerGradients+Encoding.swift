import Autodiff
import Randomness

extension LayerGradients {
  static let embedding = LayerGradients(
    "Embedding",
    [
      GradientCase("layer-embedding") { tape, inputs in
        let layer = inputs.layer("embedding") {
          Embedding("embedding", words: 4, width: 3, in: &$0)
        }
        return layer(PointList([2, 0, 2, 3]), on: tape)
      }
    ])

  static let fourierFeatures = LayerGradients(
    "FourierFeatures",
    [
      GradientCase("layer-fourier-features") { tape, inputs in
        let layer = FourierFeatures<Double>(
          inputs: 2, count: 3, deviation: 0.5, random: RandomStream(seed: 1))
        return layer(inputs.variable("x", [4, 2]), on: tape)
      }
    ])

  static let film = LayerGradients(
    "FiLM",
    [
      GradientCase("layer-film") { tape, inputs in
        let layer = inputs.layer("film") {
          FiLM("film", conditions: 3, channels: 2, in: &$0)
        }
        return layer(
          inputs.variable("x", [2, 2, 5]), condition: inputs.variable("z", [2, 3]), on: tape)
      }
    ])
}
