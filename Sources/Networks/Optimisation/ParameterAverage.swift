import Autodiff
import Tensors

/// The exponential moving average of parameters, e <- d e + (1 - d) w after each step, from the
/// values at the start (Polyak & Juditsky 1992; d = 0.995 in Lippe et al. 2023, PDE-Refiner).
public struct ParameterAverage<S: Scalar>: Resumable {
  /// Which values the parameters hold.
  public enum Holder: Sendable, Equatable {
    /// Those of the training.
    case training
    /// The average.
    case average
  }

  /// d
  public let decay: Double
  /// Which values the parameters hold.
  public private(set) var holder = Holder.training
  private let parameters: [Parameter<S>]
  private let averages: [Buffer<S>]
  private let scratch: Buffer<S>

  /// An average that starts at the present values.
  public init(_ parameters: [Parameter<S>], decay: Double) {
    self.decay = decay
    self.parameters = parameters
    averages = parameters.map { parameter in
      let average = Buffer<S>(count: parameter.count)
      average.start.update(from: parameter.value.start, count: parameter.count)
      return average
    }
    scratch = Buffer<S>(count: parameters.map(\.count).max() ?? 0)
  }

  /// Takes in the present values, which must be those of the training.
  public func update() {
    precondition(holder == .training, "the average cannot be averaged into itself")
    for (parameter, average) in zip(parameters, averages) {
      S.optimisers.blend(
        parameter.count, S(decay), S(1 - decay), parameter.value.start, average.start)
    }
  }

  /// Exchanges the values in the parameters for the average, or back.
  public mutating func exchange() {
    for (parameter, average) in zip(parameters, averages) {
      let (count, value) = (parameter.count, parameter.value.start)
      scratch.start.update(from: value, count: count)
      value.update(from: average.start, count: count)
      average.start.update(from: scratch.start, count: count)
    }
    holder = holder == .training ? .average : .training
  }

  /// The average, or what the parameters do not hold.
  public var state: NamedState<S> {
    var state = NamedState<S>()
    for (parameter, average) in zip(parameters, averages) {
      state.put(parameter.name, average, shape: parameter.shape)
    }
    state.put("holder", [holder == .training ? 0 : 1])
    return state
  }

  /// Goes on from `state`.
  public mutating func restore(_ state: NamedState<S>) throws {
    try self.state.checkLayout(of: state)
    for (parameter, average) in zip(parameters, averages) {
      try state.load(parameter.name, into: average)
    }
    holder = try state.integer("holder") == 0 ? .training : .average
  }
}
