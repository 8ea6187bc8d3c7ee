import Tensors

/// The reverse of a step of Euler-Maruyama, Milstein or Euler-Heun and of the latter's error
/// estimate.
///
/// With v the cotangent of the new state and a bar for the others. Milstein: ŷ̄ = g'(ŷ)ᵀ (χ₁ v),
/// ḡ = (ΔW - χ₁) v + √h ŷ̄, f̄ = h (v + ŷ̄). Euler-Heun: p̄ = f'(p)ᵀ (h/2 ē), ŷ̄ = g'(ŷ)ᵀ (ΔW/2 (v
/// + ē)) + p̄, ḡ = ΔW/2 (v - ē) + ΔW ŷ̄, f̄ = h (v - ē/2 + p̄). Then ȳ = v + ŷ̄ + f'(y)ᵀ f̄ +
/// g'(y)ᵀ ḡ.
final class SimpleStochasticReversal<S: SolverScalar>: StochasticReversal {
  private let method: SimpleStochasticMethod
  private let count: Int
  private let measure: ErrorMeasure?
  private let transpose: StochasticTranspose<S>
  /// v, ē, ŷ̄, p̄, which make up f̄ by their weights.
  private let parts: StateSet<S>
  /// f̄, ḡ, a product.
  private let scratch: StateSet<S>

  init(
    _ method: SimpleStochasticMethod, count: Int, measure: ErrorMeasure?,
    _ transpose: StochasticTranspose<S>
  ) {
    self.method = method
    self.count = count
    self.measure = measure
    self.transpose = transpose
    parts = StateSet(count: 4, length: count)
    scratch = StateSet(count: 3, length: count)
  }

  private var v: UnsafeMutablePointer<S> { parts[0] }
  private var errorCotangent: UnsafeMutablePointer<S> { parts[1] }
  private var supportCotangent: UnsafeMutablePointer<S> { parts[2] }
  private var predictedCotangent: UnsafeMutablePointer<S> { parts[3] }
  private var driftCotangent: UnsafeMutablePointer<S> { scratch[0] }
  private var diffusionCotangent: UnsafeMutablePointer<S> { scratch[1] }

  func reverse(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, result: UnsafePointer<S>,
    cotangent: UnsafeMutablePointer<S>, seed: StochasticStepSeed,
    into gradient: UnsafeMutablePointer<S>
  ) {
    for index in 1..<parts.count { parts.clear(index) }
    if method == .eulerHeun {
      _ = measure?.pullBack(
        seed.error, count: count, error: memory.error, from: memory.driftPlaces[0], to: result,
        into: errorCotangent, gradient, cotangent)
    }
    v.update(from: cotangent, count: count)
    let (h, increment) = (step.size, memory.noise[NoiseSource<S>.increment])
    switch method {
    case .eulerMaruyama:
      S.elements.multiply(count, increment, v, diffusionCotangent)
      parts.combine([1], scale: h, onto: nil, into: driftCotangent)
    case .milstein: reverseMilstein(step, memory, increment)
    case .eulerHeun: reverseHeun(step, memory, increment, isMeasured: seed.error != 0)
    }
    parts.combine([1, 0, 1], scale: 1, onto: gradient, into: gradient)
    guard seed.firstStage == .attached else { return }
    transpose.drift(step.time, memory.driftPlaces[0], driftCotangent, gradient)
    transpose.diffusion(step.time, memory.driftPlaces[0], diffusionCotangent, gradient)
  }

  private func reverseMilstein(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, _ increment: UnsafePointer<S>
  ) {
    let product = scratch[2]
    S.elements.multiply(count, memory.noise[NoiseSource<S>.doubleIntegral], v, product)
    transpose.diffusion(step.time, memory.diffusionPlaces[1], product, supportCotangent)
    S.elements.multiply(count, increment, v, diffusionCotangent)
    S.elements.axpy(count, -1, product, diffusionCotangent)
    S.elements.axpy(count, S(step.size.squareRoot()), supportCotangent, diffusionCotangent)
    parts.combine([1, 0, 1], scale: step.size, onto: nil, into: driftCotangent)
  }

  private func reverseHeun(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, _ increment: UnsafePointer<S>,
    isMeasured: Bool
  ) {
    let (h, end, product) = (step.size, step.time + step.size, scratch[2])
    if isMeasured {
      parts.combine([0, 0.5], scale: h, onto: nil, into: product)
      transpose.drift(end, memory.driftPlaces[1], product, predictedCotangent)
    }
    parts.combine([0.5, 0.5], scale: 1, onto: nil, into: product)
    S.elements.multiply(count, increment, product, product)
    supportCotangent.update(from: predictedCotangent, count: count)
    transpose.diffusion(end, memory.diffusionPlaces[1], product, supportCotangent)
    parts.combine([0.5, -0.5, 1], scale: 1, onto: nil, into: product)
    S.elements.multiply(count, increment, product, diffusionCotangent)
    parts.combine([1, -0.5, 0, 1], scale: h, onto: nil, into: driftCotangent)
  }
}
