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
  /// What shares the work of a step; the calling thread alone when there is none.
  var team: ThreadTeam?
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

  /// One of `parts` equal pieces of parameter `index`.
  func stretch(_ part: Int, of parts: Int, of index: Int) -> ParameterStretch<S> {
    let parameter = parameters[index]
    let start = parameter.count * part / parts
    return ParameterStretch(
      parameter: index, start: start, count: parameter.count * (part + 1) / parts - start,
      value: parameter.value.start + start, gradient: parameter.gradient.start + start)
  }

  /// The numbers of moment `moment` for the elements of `stretch`.
  func values(_ moment: Int, _ stretch: ParameterStretch<S>) -> UnsafeMutablePointer<S> {
    buffers[moment][stretch.parameter].start + stretch.start
  }

  func decay(_ stretch: ParameterStretch<S>, learningRate: Double) {
    let rate = decayRates[stretch.parameter]
    guard rate != 0 else { return }
    let value = stretch.value
    switch decayKind {
    case .coupled: S.elements.axpy(stretch.count, S(rate), value, stretch.gradient)
    case .decoupled:
      S.elements.scale(stretch.count, S(1 - learningRate * rate), value, value)
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
