import Autodiff
import Tensors

/// The limited-memory BFGS method with a strong Wolfe line search (Nocedal & Wright 2006, algorithm
/// 7.5), for losses without noise: each evaluation should see the same samples.
///
/// The first step is at most as long as the gradient's sum of absolutes allows, min(1, 1 / |g|₁) η;
/// later ones start at the learning rate η, which is best left at 1 (as in `torch.optim.LBFGS`).
public struct LBFGS<S: Scalar>: Optimiser {
  /// How far a direction is followed.
  public enum Length: Sendable, Equatable {
    /// By the learning rate.
    case fixed
    /// To a point that satisfies the strong Wolfe conditions.
    case strongWolfe
  }

  /// Below this product s·y a pair is not kept.
  static var leastCurvature: Double { 1e-10 }

  /// The largest element of a gradient that counts as zero.
  public static var gradientTolerance: Double { 1e-7 }
  /// The change of loss or of every parameter that counts as none.
  public static var changeTolerance: Double { 1e-9 }

  private let flat: FlatParameters<S>
  private let length: Length
  private let iterations: Int
  private let direction: Buffer<S>
  private let gradient: Buffer<S>
  private let origin: Buffer<S>
  private var memory: CurvatureMemory<S>
  /// The distance of the last step; 0 before the first.
  private var distance = 0.0

  /// An optimiser at rest.
  ///
  /// - Parameters:
  ///   - parameters: what to move
  ///   - history: the pairs that are kept
  ///   - iterations: the most iterations of one `step`
  ///   - length: how far a direction is followed
  public init(
    _ parameters: [Parameter<S>], history: Int = 10, iterations: Int = 20,
    length: Length = .strongWolfe
  ) {
    flat = FlatParameters(parameters)
    self.length = length
    self.iterations = iterations
    direction = Buffer<S>(count: flat.count)
    gradient = Buffer<S>(count: flat.count)
    origin = Buffer<S>(count: flat.count)
    memory = CurvatureMemory(count: flat.count, capacity: history)
  }

  /// Takes up to `iterations` iterations; fewer when the loss or the parameters stop changing.
  public mutating func step(learningRate: Double, _ evaluate: () -> Double) -> Double {
    let first = evaluate()
    var loss = first
    for iteration in 0..<iterations where loss.isFinite && !isStationary {
      let last = loss
      guard let next = iterate(loss, learningRate, isLast: iteration == iterations - 1, evaluate)
      else { break }
      loss = next
      let change = distance * largest(direction)
      if change <= Self.changeTolerance || abs(loss - last) < Self.changeTolerance { break }
    }
    return first
  }

  /// One iteration from `loss` and the gradients at hand: the new loss, with its gradients at hand,
  /// or nil when there is no way down.
  private mutating func iterate(
    _ loss: Double, _ learningRate: Double, isLast: Bool, _ evaluate: () -> Double
  ) -> Double? {
    let first = distance == 0
    turn()
    let slope = S.optimisers.dot(flat.count, gradient.start, direction.start)
    guard slope <= -Self.changeTolerance else { return nil }
    flat.copyValues(to: origin)
    let trial = first ? min(1, 1 / absoluteSum(gradient)) * learningRate : learningRate
    switch length {
    case .fixed:
      distance = trial
      flat.move(from: origin, by: trial, along: direction)
      // the next step begins with an evaluation of its own
      return isLast ? loss : evaluate()
    case .strongWolfe:
      return search(from: trial, LineSample(t: 0, loss: loss, slope: slope), evaluate)
    }
  }

  /// The direction -H g of the gradients at hand, after taking the last step into the memory.
  private mutating func turn() {
    let count = flat.count
    if distance > 0 {
      let change = memory.nextChange
      flat.copyGradients(to: change.start)
      S.elements.axpy(count, -1, gradient.start, change.start)
      S.elements.scale(count, S(distance), direction.start, memory.nextStep.start)
      memory.offerNext(least: Self.leastCurvature)
    }
    flat.copyGradients(to: gradient.start)
    S.elements.scale(count, -1, gradient.start, direction.start)
    memory.multiply(direction.start)
  }

  private mutating func search(
    from trial: Double, _ start: LineSample, _ evaluate: () -> Double
  ) -> Double {
    var search = WolfeSearch(
      from: start, directionSize: largest(direction), smallestChange: Self.changeTolerance)
    var here = start.t
    let (flat, origin, direction) = (flat, origin, direction)
    func sample(_ t: Double) -> LineSample {
      here = t
      flat.move(from: origin, by: t, along: direction)
      return LineSample(t: t, loss: evaluate(), slope: slope(along: direction))
    }
    let found = search.run(from: trial, sample)
    if here != found.t { _ = sample(found.t) }
    // a search that found nothing better ends where it began, which the caller takes for no change
    distance = found.t
    return found.loss
  }

  private func slope(along direction: Buffer<S>) -> Double {
    var (slope, offset) = (0.0, 0)
    for parameter in flat.parameters {
      slope += S.optimisers.dot(
        parameter.count, parameter.gradient.start, direction.start + offset)
      offset += parameter.count
    }
    return slope
  }

  private var isStationary: Bool {
    flat.parameters.allSatisfy { largest($0.gradient) <= Self.gradientTolerance }
  }

  private func largest(_ buffer: Buffer<S>) -> Double {
    Double(S.optimisers.largest(buffer.count, buffer.start))
  }

  private func absoluteSum(_ buffer: Buffer<S>) -> Double {
    S.optimisers.absoluteSum(buffer.count, buffer.start)
  }
}

extension LBFGS {
  /// The pairs, the last gradient, direction and distance.
  public var state: NamedState<S> {
    var state = NamedState<S>()
    state.put("direction", direction)
    state.put("gradient", gradient)
    state.put("distance", [distance])
    state.put("memory", memory.state)
    return state
  }

  /// Goes on from `state`.
  public mutating func restore(_ state: NamedState<S>) throws {
    try self.state.checkLayout(of: state)
    try state.load("direction", into: direction)
    try state.load("gradient", into: gradient)
    distance = try state.double("distance")
    try memory.restore(state.part("memory"))
  }
}
