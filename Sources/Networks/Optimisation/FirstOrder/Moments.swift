import Autodiff
import Tensors

/// The running moments of some parameters: for each parameter and each name, as many numbers as the
/// parameter has, zero at first.
public struct Moments<S: Scalar>: Resumable {
  /// How parameters decay.
  public enum DecayKind: Sendable, Equatable {
    /// λ w joins the gradient: an L2 penalty, which the rule then scales.
    case coupled
    /// w <- (1 - η λ) w before the rule (Loshchilov & Hutter 2019, algorithm 2).
    case decoupled
  }

  /// The parameters.
  public let parameters: [Parameter<S>]
  /// The number of steps taken.
  public internal(set) var step = 0
  private let names: [String]
  private let buffers: [[Buffer<S>]]
  private let decayKind: DecayKind
  private let decayRates: [Double]

  /// The moments `names` of `parameters`, at rest.
  public init(
    _ names: [String], of parameters: [Parameter<S>], decay: WeightDecay, _ decayKind: DecayKind
  ) {
    self.names = names
    self.parameters = parameters
    self.decayKind = decayKind
    decayRates = parameters.map { decay.rate(of: $0.name) }
    buffers = names.map { _ in parameters.map { Buffer<S>(count: $0.count) } }
  }

  /// The numbers of moment `moment` for parameter `index`.
  func values(_ moment: Int, _ index: Int) -> UnsafeMutablePointer<S> {
    buffers[moment][index].start
  }

  func decay(_ index: Int, learningRate: Double) {
    let rate = decayRates[index]
    guard rate != 0 else { return }
    let parameter = parameters[index]
    switch decayKind {
    case .coupled:
      S.elements.axpy(parameter.count, S(rate), parameter.value.start, parameter.gradient.start)
    case .decoupled:
      let value = parameter.value.start
      S.elements.scale(parameter.count, S(1 - learningRate * rate), value, value)
    }
  }

  /// The number of steps, and each moment as `name/parameter`.
  public var state: NamedState<S> {
    var state = NamedState<S>()
    state.put("step", [step])
    for (name, buffers) in zip(names, buffers) {
      for (parameter, buffer) in zip(parameters, buffers) {
        state.put("\(name)/\(parameter.name)", buffer, shape: parameter.shape)
      }
    }
    return state
  }

  /// Takes the numbers of `state`.
  public mutating func restore(_ state: NamedState<S>) throws {
    try self.state.checkLayout(of: state)
    step = try state.integer("step")
    for (name, buffers) in zip(names, buffers) {
      for (parameter, buffer) in zip(parameters, buffers) {
        try state.load("\(name)/\(parameter.name)", into: buffer)
      }
    }
  }
}
