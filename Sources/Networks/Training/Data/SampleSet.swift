import Tensors

/// Samples to learn from or to judge by; the first axis of every tensor is the sample.
public struct SampleSet: Sendable {
  /// What the network is given, by name.
  public let inputs: [String: Tensor]
  /// What it should answer, by name; may be empty for predictions.
  public let targets: [String: Tensor]
  /// What is done to each sample of a training batch, in this order; validation and predictions see
  /// the samples as they are.
  public let transforms: [SampleTransform]

  /// A set of samples.
  public init(
    inputs: [String: Tensor], targets: [String: Tensor] = [:], transforms: [SampleTransform] = []
  ) {
    let counts = Set((Array(inputs.values) + Array(targets.values)).map { $0.shape.first ?? 0 })
    precondition(counts.count <= 1, "tensors of \(counts.sorted()) samples are not one set")
    self.inputs = inputs
    self.targets = targets
    self.transforms = transforms
  }

  /// The number of samples.
  public var count: Int { inputs.values.first?.shape.first ?? 0 }
}
