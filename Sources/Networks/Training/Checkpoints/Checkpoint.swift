import Autodiff
import Tensors

/// The values of a network's parameters and states by name.
public struct Checkpoint: Sendable, Equatable {
  /// The values.
  public let tensors: [String: Tensor]

  /// A checkpoint of these tensors, as read from a file.
  public init(_ tensors: [String: Tensor]) {
    self.tensors = tensors
  }
}

extension ParameterSet<Float> {
  /// The values now.
  public var checkpoint: Checkpoint {
    Checkpoint(
      Dictionary(
        uniqueKeysWithValues: stored.map {
          ($0.name, Tensor(shape: $0.shape, values: $0.value.values))
        }))
  }

  /// Takes the values of `checkpoint`, all of them or none.
  /// - Throws: `CheckpointMismatch` when names or shapes differ.
  public func restore(_ checkpoint: Checkpoint) throws {
    let unknown = Set(checkpoint.tensors.keys).subtracting(stored.map(\.name)).sorted()
    if let name = unknown.first {
      throw CheckpointMismatch(name: name, found: "a tensor", expected: "no such parameter")
    }
    let tensors = try stored.map { parameter in
      let found = checkpoint.tensors[parameter.name]
      guard let found, found.shape == parameter.shape else {
        throw CheckpointMismatch(
          name: parameter.name, found: found.map { "\($0.shape)" } ?? "nothing",
          expected: "\(parameter.shape)")
      }
      return found
    }
    for (parameter, tensor) in zip(stored, tensors) { parameter.value.load(tensor.values) }
  }
}
