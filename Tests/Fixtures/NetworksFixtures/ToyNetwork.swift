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

  /// A network whose initial values come from `seed`.
  public init(seed: UInt64, weighting: ErrorWeighting = .batchNMSE) {
    self.weighting = weighting
    var set = ParameterSet<Float>(random: RandomStream(seed: seed))
    hidden = PointwiseConvolution("hidden", inputs: 1, outputs: 8, activation: .gelu, in: &set)
    answer = PointwiseConvolution("answer", inputs: 8, outputs: 1, in: &set)
    parameters = set
  }

  /// `y` of the samples.
  public func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
    let x = graph.input("x", shape: [1, 4])
    return ["y": answer(hidden(x, on: graph.tape), on: graph.tape)]
  }

  /// The error of `y`.
  public func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
    let x = graph.input("x", shape: [1, 4])
    return graph.tape.normalisedSquareError(
      prediction: answer(hidden(x, on: graph.tape), on: graph.tape),
      target: graph.target("y", shape: [1, 4]), weighting: weighting)
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
