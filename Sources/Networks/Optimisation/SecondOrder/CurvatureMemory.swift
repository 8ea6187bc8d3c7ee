import Tensors

/// The last steps s and changes of gradient y of a quasi-Newton method, and the product of their
/// inverse Hessian with a vector.
struct CurvatureMemory<S: Scalar>: Resumable {
  let count: Int
  private let capacity: Int
  /// One slot more than pairs are kept, for the next one.
  private let steps: [Buffer<S>]
  private let changes: [Buffer<S>]
  private var products: [Double]
  private var weights: [Double]
  /// The pairs ever kept; pair i is in slot i modulo the number of slots.
  private var kept = 0
  /// γ, the first guess of the inverse Hessian.
  private var scale = 1.0

  init(count: Int, capacity: Int) {
    precondition(capacity > 0, "a memory of \(capacity) pairs keeps nothing")
    self.count = count
    self.capacity = capacity
    steps = (0...capacity).map { _ in Buffer<S>(count: count) }
    changes = (0...capacity).map { _ in Buffer<S>(count: count) }
    products = [Double](repeating: 0, count: capacity + 1)
    weights = products
  }

  /// Where the next pair is to be written before it is offered.
  var nextStep: Buffer<S> { steps[kept % steps.count] }
  var nextChange: Buffer<S> { changes[kept % steps.count] }

  /// Keeps the pair in `nextStep` and `nextChange` if s·y > `least`, so that the Hessian stays
  /// positive definite.
  mutating func offerNext(least: Double) {
    let product = S.optimisers.dot(count, nextStep.start, nextChange.start)
    guard product > least else { return }
    products[kept % steps.count] = product
    scale = product / S.reductions.squareSum(count, nextChange.start)
    kept += 1
  }

  private var oldest: Int { max(kept - capacity, 0) }

  /// q <- H q by the two-loop recursion (Nocedal & Wright 2006, algorithm 7.4) with the first guess
  /// γ = s·y / y·y (equation 7.20).
  mutating func multiply(_ q: UnsafeMutablePointer<S>) {
    for pair in stride(from: kept - 1, through: oldest, by: -1) {
      let slot = pair % steps.count
      weights[slot] = S.optimisers.dot(count, steps[slot].start, q) / products[slot]
      S.elements.axpy(count, S(-weights[slot]), changes[slot].start, q)
    }
    S.elements.scale(count, S(scale), q, q)
    for pair in stride(from: oldest, to: kept, by: 1) {
      let slot = pair % steps.count
      let beta = S.optimisers.dot(count, changes[slot].start, q) / products[slot]
      S.elements.axpy(count, S(weights[slot] - beta), steps[slot].start, q)
    }
  }

  var state: NamedState<S> {
    var state = NamedState<S>()
    for (index, (step, change)) in zip(steps, changes).enumerated() {
      state.put("step.\(index)", step)
      state.put("change.\(index)", change)
    }
    state.put("products", products)
    state.put("scale", [scale])
    state.put("kept", [kept])
    return state
  }

  mutating func restore(_ state: NamedState<S>) throws {
    try self.state.checkLayout(of: state)
    for (index, (step, change)) in zip(steps, changes).enumerated() {
      try state.load("step.\(index)", into: step)
      try state.load("change.\(index)", into: change)
    }
    products = try state.doubles("products")
    scale = try state.double("scale")
    kept = try state.integer("kept")
    guard products.count == steps.count else {
      throw CheckpointMismatch(
        name: "products", found: "\(products.count)", expected: "\(steps.count)")
    }
  }
}
