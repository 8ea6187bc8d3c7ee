import Autodiff
import Randomness
import Tensors

/// The parameters of a network in the order in which its layers made them.
public struct ParameterSet<S: Scalar> {
  /// The parameters.
  public private(set) var parameters: [Parameter<S>] = []
  private let random: RandomStream

  /// An empty set whose initial values come from streams of `random`, one per parameter's name.
  public init(random: RandomStream) {
    self.random = random
  }

  /// The number of real scalars.
  public var count: Int { parameters.map(\.count).reduce(0, +) }

  /// Adds a parameter called `name`, which must be new.
  public mutating func add(_ name: String, shape: [Int], _ initialiser: Initialiser) -> Parameter<S>
  {
    precondition(!parameters.contains { $0.name == name }, "two parameters are called \(name)")
    let parameter = Parameter<S>(name: name, shape: shape)
    initialiser.fill(parameter, random.stream(name))
    parameters.append(parameter)
    return parameter
  }
}
