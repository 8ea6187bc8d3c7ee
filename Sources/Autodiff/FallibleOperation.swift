/// An operation that may know why its last forward step has no finite result.
protocol FallibleOperation {
  /// The reason; empty when the result is finite.
  var failure: String { get }
}
