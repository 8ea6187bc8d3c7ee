import Autodiff
import Networks
import Randomness
import Tensors

/// y = W2 gelu(W1 x + b1) + b2 at each of four points: learns to square, and can be made to diverge.
public struct ToyNetwork: FieldNetwork {
  /// What training changes.
  public private(set) var parameters: ParameterSet<Float>
  private let hidden: PointwiseConvolution<Float>
  private let answer: PointwiseConvolution<Float>
  private let weighting: ErrorWeighting
  private let normalisation: BatchNormalisation<Float>?

  /// Whether the hidden layer is normalised.
  public enum Hidden: Sendable {
    /// It is not.
    case plain
    /// By the statistics of its batch.
    case normalised
  }

  /// A network whose initial values come from `seed`.
  public init(
    seed: UInt64, weighting: ErrorWeighting = .batchNMSE, hidden kind: Hidden = .plain
  ) {
    self.weighting = weighting
    var set = ParameterSet<Float>(random: RandomStream(seed: seed))
    hidden = PointwiseConvolution("hidden", inputs: 1, outputs: 8, activation: .gelu, in: &set)
    normalisation =
      kind == .plain ? nil : BatchNormalisation("normalisation", channels: 8, in: &set)
    answer = PointwiseConvolution("answer", inputs: 8, outputs: 1, in: &set)
    parameters = set
  }

  /// `y` of the samples.
  public func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
    ["y": answer(in: graph)]
  }

  /// The error of `y`.
  public func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
    graph.tape.normalisedSquareError(
      prediction: answer(in: graph),
      target: graph.target("y", shape: [1, 4]), weighting: weighting)
  }

  private func answer(in graph: SampleGraph) -> Variable<Float> {
    let h = hidden(graph.input("x", shape: [1, 4]), on: graph.tape)
    return answer(normalisation?(h, on: graph.tape) ?? h, on: graph.tape)
  }

  /// Numbers and their squares.
  public static func samples(
    _ count: Int, seed: UInt64, transforms: [SampleTransform] = []
  ) -> SampleSet {
    var stream = RandomStream(seed: seed)
    let x = (0..<4 * count).map { _ in Float(stream.uniform(from: -1, to: 1)) }
    return SampleSet(
      inputs: ["x": Tensor(shape: [count, 1, 4], values: x)],
      targets: ["y": Tensor(shape: [count, 1, 4], values: x.map { $0 * $0 })],
      transforms: transforms)
  }
}
