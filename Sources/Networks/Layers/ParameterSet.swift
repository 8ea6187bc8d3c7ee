import Autodiff
import Randomness
import Tensors

/// The parameters of a network in the order in which its layers made them.
public struct ParameterSet<S: Scalar> {
  /// The parameters.
  public private(set) var parameters: [Parameter<S>] = []
  /// Arrays that belong to the network but that no optimiser changes, such as running statistics.
  public private(set) var states: [Parameter<S>] = []
  private let random: RandomStream

  /// An empty set whose initial values come from streams of `random`, one per parameter's name.
  public init(random: RandomStream) {
    self.random = random
  }

  /// The number of real scalars.
  public var count: Int { parameters.map(\.count).reduce(0, +) }

  /// Parameters and states: all that must be stored of the network.
  public var stored: [Parameter<S>] { parameters + states }

  /// Adds a parameter called `name`, which must be new.
  public mutating func add(_ name: String, shape: [Int], _ initialiser: Initialiser) -> Parameter<S>
  {
    let parameter = make(name, shape: shape, initialiser)
    parameters.append(parameter)
    return parameter
  }

  /// Adds an array called `name`, which must be new, that no optimiser changes.
  public mutating func addState(
    _ name: String, shape: [Int], _ initialiser: Initialiser
  ) -> Parameter<S> {
    let state = make(name, shape: shape, initialiser)
    states.append(state)
    return state
  }

  /// Adds the parameters and states of `other`, whose names must be new.
  public mutating func add(_ other: ParameterSet<S>) {
    let names = Set(stored.map(\.name))
    for parameter in other.stored {
      precondition(!names.contains(parameter.name), "two parameters are called \(parameter.name)")
    }
    parameters += other.parameters
    states += other.states
  }

  private func make(_ name: String, shape: [Int], _ initialiser: Initialiser) -> Parameter<S> {
    precondition(!stored.contains { $0.name == name }, "two parameters are called \(name)")
    let parameter = Parameter<S>(name: name, shape: shape)
    initialiser.fill(parameter, random.stream(name))
    return parameter
  }
}
