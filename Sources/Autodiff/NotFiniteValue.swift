/// Where a pass first met a number that is not finite.
public struct NotFiniteValue: Sendable, Equatable, CustomStringConvertible {
  /// Where the number came from.
  public enum Origin: String, Sendable {
    /// The operation made it from finite numbers.
    case operation
    /// The operation read it from a parameter.
    case parameter
    /// The operation read it from a constant or an input.
    case input
    /// The operation had no finite gradient in the last backward pass.
    case gradient
  }

  /// The operation, as in `DenseProduct`.
  public let operation: String
  /// The layer of the operation, as in `blocks.0.pointwise`; empty for one without parameters and
  /// label.
  public let layer: String
  /// The last layer before an operation of no layer.
  public let precedingLayer: String
  /// The row-major index of the number within what was made or read.
  public let element: Int
  /// Where the number came from.
  public let origin: Origin
  /// What the operation says of it; empty when it knows nothing.
  public let reason: String

  private var place: String {
    if !layer.isEmpty { return "\(operation) of \(layer)" }
    return precedingLayer.isEmpty ? operation : "\(operation) after \(precedingLayer)"
  }

  /// One clause that says it all.
  public var description: String {
    let told = reason.isEmpty ? "" : ": \(reason)"
    return switch origin {
    case .operation:
      "\(place) made the first number that is not finite, element \(element)\(told)"
    case .gradient: "\(place) has no finite gradient\(told)"
    case .parameter: "\(place) read a parameter that is not finite, element \(element)"
    case .input: "\(place) read an input that is not finite, element \(element)"
    }
  }
}
