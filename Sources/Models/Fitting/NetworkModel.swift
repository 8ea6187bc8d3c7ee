import Experiment
import Networks

/// A model made of a network, whose loss and gradient can be looked at.
package protocol NetworkModel: Model {
  associatedtype Network: FieldNetwork
  /// The network, with the model's very parameters.
  var network: Network { get }
}
