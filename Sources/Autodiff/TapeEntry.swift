import Tensors

/// An operation on a tape with what it reads and writes.
struct TapeEntry<S: Scalar> {
  let operation: any Operation<S>
  let inputs: [Variable<S>]
  let output: Variable<S>
  /// The segment that it is recomputed with.
  let segment: Int?
  /// What the caller called it; may be empty.
  let label: String

  var name: String { operation.name }

  /// The layer that it belongs to: the name of its first parameter without the last component, or
  /// else its label.
  var layer: String {
    let names = inputs.compactMap(\.parameterName)
    guard let name = names.first, let dot = name.lastIndex(of: ".") else {
      return names.first ?? label
    }
    return String(name[..<dot])
  }
}
