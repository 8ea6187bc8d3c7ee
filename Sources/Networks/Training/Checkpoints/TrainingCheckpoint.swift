import Tensors

/// A training at one of its steps, in the form that a safetensors file takes: named arrays of 32-bit
/// numbers, and texts.
public struct TrainingCheckpoint: Sendable, Equatable {
  /// Names the layout of the texts.
  public static let format = "assay-training-1"
  private static let formatKey = "format"
  /// What the keys of texts that are no numbers begin with.
  private static let textPrefix = "text/"

  /// The arrays.
  public let tensors: [String: Tensor]
  /// The numbers, each as the hexadecimal digits of its bits, and the format.
  public let metadata: [String: String]

  /// A checkpoint as read from a file.
  public init(tensors: [String: Tensor], metadata: [String: String]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The checkpoint of a training's state, with texts about the training.
  public init(_ state: NamedState<Float>, texts: [String: String] = [:]) {
    tensors = state.arrays.mapValues { Tensor(shape: $0.shape, values: $0.values) }
    var metadata = state.numbers.mapValues { bits in
      bits.map { String($0, radix: 16) }.joined(separator: " ")
    }
    metadata[Self.formatKey] = Self.format
    for (name, text) in texts { metadata[Self.textPrefix + name] = text }
    self.metadata = metadata
  }

  /// The texts about the training.
  public var texts: [String: String] {
    var texts: [String: String] = [:]
    for (key, text) in metadata where key.hasPrefix(Self.textPrefix) {
      texts[String(key.dropFirst(Self.textPrefix.count))] = text
    }
    return texts
  }

  /// The state.
  /// - Throws: `CheckpointMismatch` when the texts are not those of a training.
  public func state() throws -> NamedState<Float> {
    guard metadata[Self.formatKey] == Self.format else {
      throw CheckpointMismatch(
        name: Self.formatKey, found: metadata[Self.formatKey] ?? "nothing", expected: Self.format)
    }
    var state = NamedState<Float>()
    for (name, tensor) in tensors {
      state.put(name, .init(shape: tensor.shape, values: tensor.values))
    }
    for (name, text) in metadata
    where name != Self.formatKey && !name.hasPrefix(Self.textPrefix) {
      state.put(
        name,
        bits: try text.split(separator: " ").map { word in
          guard let bits = UInt64(word, radix: 16) else {
            throw CheckpointMismatch(
              name: name, found: "'\(word)'", expected: "hexadecimal digits")
          }
          return bits
        })
    }
    return state
  }
}
