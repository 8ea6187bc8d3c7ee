import Autodiff
import Tensors

/// Which optimiser a training uses, with its hyper-parameters.
public enum OptimiserChoice: Codable, Sendable, Equatable {
  /// Gradient descent, with the momentum's μ; 0 for none
  case sgd(momentum: Double, decay: WeightDecay)
  /// Gradient descent with Nesterov's momentum μ
  case nesterov(momentum: Double, decay: WeightDecay)
  /// Adam
  case adam(decay: WeightDecay)
  /// Adam with decoupled decay
  case adamW(decay: WeightDecay)
  /// AdaMax
  case adaMax(decay: WeightDecay)
  /// AdaBelief
  case adaBelief(decay: WeightDecay)
  /// L-BFGS with a strong Wolfe line search, for batches of all samples
  case lbfgs(history: Int, iterations: Int)

  /// The numbers that it keeps for each number of a parameter.
  var numbersPerParameter: Int {
    switch self {
    case .sgd(let momentum, _): momentum == 0 ? 0 : 1
    case .nesterov: 1
    case .adam, .adamW, .adaMax, .adaBelief: 2
    // direction, gradient and origin, and the memory's pairs with the one in the making
    case .lbfgs(let history, _): 3 + 2 * (history + 1)
    }
  }

  /// Adam without decay.
  public static let adam = OptimiserChoice.adam(decay: .none)

  /// The optimiser of `parameters`, at rest.
  public func optimiser<S: Scalar>(of parameters: [Parameter<S>]) -> any Optimiser<S> {
    switch self {
    case .sgd(let momentum, let decay):
      SGD(parameters, momentum: momentum == 0 ? .none : .heavyBall(momentum), decay: decay)
    case .nesterov(let momentum, let decay):
      SGD(parameters, momentum: .nesterov(momentum), decay: decay)
    case .adam(let decay): Adam(parameters, decay: decay)
    case .adamW(let decay): AdamW(parameters, decay: decay)
    case .adaMax(let decay): AdaMax(parameters, decay: decay)
    case .adaBelief(let decay): AdaBelief(parameters, decay: decay)
    case .lbfgs(let history, let iterations):
      LBFGS(parameters, history: history, iterations: iterations)
    }
  }
}
