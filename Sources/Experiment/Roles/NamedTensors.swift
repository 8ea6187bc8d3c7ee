import Tensors

/// Tensors by name; the first axis of each is the sample.
public struct NamedTensors: Sendable, Equatable {
  /// The tensors by name.
  public var tensors: [String: Tensor]

  /// A set of named tensors.
  public init(_ tensors: [String: Tensor] = [:]) {
    self.tensors = tensors
  }

  /// The tensor called `name`, or nil.
  public subscript(name: String) -> Tensor? {
    get { tensors[name] }
    set { tensors[name] = newValue }
  }

  /// The tensor called `name`.
  /// - Throws: `AssayError` (bad input) that lists the names there are.
  public func required(_ name: String) throws -> Tensor {
    guard let tensor = tensors[name] else {
      throw AssayError(
        .badInput, where: "named tensors", found: "no tensor '\(name)'",
        expected: "one of \(tensors.keys.sorted().joined(separator: ", "))",
        remedy: "give the tensor that the task's role asks for")
    }
    return tensor
  }

  /// The number of samples (the extent of the first axis).
  public var sampleCount: Int { tensors.values.first?.shape.first ?? 0 }

  /// The samples `indices`, in that order, of every tensor.
  public func gathered(samples indices: [Int]) -> NamedTensors {
    NamedTensors(tensors.mapValues { $0.gathered(rows: indices) })
  }
}
