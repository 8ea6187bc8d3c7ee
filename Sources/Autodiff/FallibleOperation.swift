/// An operation that may know why its last forward step has no finite result.
protocol FallibleOperation {
  /// The reason; empty when the result is finite.
  var failure: String { get }
  /// Why its last backward step has no finite gradient; empty when it has one.
  var gradientFailure: String { get }
}
