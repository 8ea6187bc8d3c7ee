import Tensors

/// Adjacent elements of a parameter with their gradients. A rule moves each element by itself, so that
/// a parameter may be cut anywhere and its pieces moved on several threads, with the same bits.
public struct ParameterStretch<S: Scalar> {
  /// The parameter's place in its list.
  let parameter: Int
  /// The index of its first element.
  let start: Int
  /// The number of elements.
  let count: Int
  /// The first value.
  let value: UnsafeMutablePointer<S>
  /// The first gradient.
  let gradient: UnsafeMutablePointer<S>
}
