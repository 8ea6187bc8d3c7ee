/// A model whose parameters can be looked at, so that a self-test finds those that take no part.
public protocol InspectableModel: Model {
  /// The trainable parameters, array by array, in a fixed order.
  var parameterGroups: [ParameterGroup] { get }
}
