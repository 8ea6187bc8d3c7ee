import Experiment
import Models
import Testing

/// Recipes of the shelf's entries that are small and quick enough for the laws.
enum SmallRecipes {
  /// The entry called `name` in a small form, or as it is where that is small.
  static func recipe(_ name: String) throws -> any ModelRecipe {
    let type = try #require(ModelCatalogue.all[name])
    return small.first { Swift.type(of: $0) == type } ?? type.init()
  }

  private static let small: [any ModelRecipe] =
    [fno, noisyFNO, resNet, uNet, refiner, neuralDE, neuralSDE] + capes + pointNetworks
    + operatorNetworks

  private static var fno: FNO {
    var fno = FNO()
    // twelve modes do not fit the small grid
    (fno.modes, fno.width) = (3, 8)
    return fno
  }

  private static var noisyFNO: NoisyFNO {
    var noisy = NoisyFNO()
    noisy.fno = fno
    return noisy
  }

  private static var resNet: ResNet {
    var resNet = ResNet()
    (resNet.width, resNet.hiddenWidth, resNet.blocks, resNet.kernelSize) = (4, 8, 1, 3)
    return resNet
  }

  private static var uNet: UNet {
    var uNet = UNet()
    uNet.width = 4
    return uNet
  }

  private static var refiner: PDERefiner {
    var refiner = PDERefiner()
    (refiner.width, refiner.refinementSteps, refiner.averagingDecay) = (4, 1, 0.5)
    refiner.learningRate = 3e-3
    return refiner
  }

  private static var neuralSDE: NeuralSDE {
    var network = NeuralSDE()
    (network.hidden, network.width) = (8, 4)
    (network.trainingTrajectories, network.predictionTrajectories) = (8, 8)
    return network
  }

  private static var neuralDE: NeuralDE {
    var network = NeuralDE()
    (network.equation.tolerance, network.images.hidden) = (1e-3, 8)
    (network.images.convolutional.lifted, network.images.convolutional.width) = (2, 6)
    network.images.convolutional.tolerance = 0
    (network.trajectories.hidden, network.densities.hidden) = (8, 4)
    (network.series.state, network.series.hidden) = (4, 8)
    (network.interpolation.encoder, network.interpolation.encoderHidden) = (4, 6)
    (network.interpolation.bridge, network.interpolation.latent) = (6, 3)
    (network.interpolation.width, network.interpolation.blocks) = (6, 1)
    return network
  }

  private static var capes: [CAPE] {
    var cape = CAPE()
    (cape.width, cape.modes, cape.backboneWidth, cape.backboneModes) = (8, 2, 6, 3)
    return [cape]
  }

  private static var pointNetworks: [any ModelRecipe] {
    var autoFFN = AutoFFN()
    (autoFFN.width, autoFFN.layers) = (40, 3)
    var ffn = FFN()
    (ffn.width, ffn.layers, ffn.trainingPoints, ffn.learningRate) = (16, 3, 100, 1e-2)
    return [autoFFN, ffn]
  }

  private static var operatorNetworks: [any ModelRecipe] {
    var direct = DeepONet()
    (direct.width, direct.layers, direct.trainingPoints) = (16, 3, 100)
    (direct.coordinates, direct.learningRate) = (.unit, 1e-2)
    var auto = AutoDeepONet()
    (auto.width, auto.layers) = (24, 3)
    var enhanced = AutoEDeepONet()
    (enhanced.width, enhanced.layers) = (24, 3)
    var convolutional = AutoDeepONetCNN()
    (convolutional.width, convolutional.trunkWidth, convolutional.headWidth) = (8, 8, 8)
    return [direct, auto, enhanced, convolutional]
  }
}
