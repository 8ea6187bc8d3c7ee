import Autodiff

/// The gradient checks of what networks add to the tape's operations, in the form of
/// `GradientCatalogue`: solves of equations, and every layer.
public enum NetworkGradients {
  /// All cases.
  public static let all: [GradientCase] = equations + layers.flatMap(\.cases)
  /// A line for each layer, whose cases are in a file of `Verification/Layers`.
  public static let layers: [LayerGradients] = [
    .dense, .pointwiseConvolution, .convolution, .transposedConvolution,
    .spectralConvolution, .multiHeadAttention, .windowedAttention, .gru, .lstm, .backwardEncoder,
    .embedding,
    .fourierFeatures, .film,
    .batchNormalisation, .groupNormalisation, .instanceNormalisation, .layerNormalisation,
  ]
}
