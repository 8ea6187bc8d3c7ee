import Tensors

/// The reverse of a step of a stochastic Runge-Kutta method, of its error and eigenvalue estimates.
///
/// With v the cotangent of y' and a bar for the others: k̄ᵢ = h (αᵢ v + ē) + h Σₗ (A⁰ₗᵢ H̄⁰ₗ + A¹ₗᵢ
/// H̄¹ₗ), ḡᵢ = (β¹ᵢ ΔW + β²ᵢ χ₁ + β³ᵢ χ₂ + β⁴ᵢ χ₃) v + (β³ᵢ χ₂ + β⁴ᵢ χ₃) ē + χ₂ Σₗ B⁰ₗᵢ H̄⁰ₗ + √h
/// Σₗ B¹ₗᵢ H̄¹ₗ over later stages l; H̄⁰ᵢ = f'(H⁰ᵢ)ᵀ k̄ᵢ, H̄¹ᵢ = g'(H¹ᵢ)ᵀ ḡᵢ; ȳ = v + Σᵢ (H̄⁰ᵢ +
/// H̄¹ᵢ).
final class SRIReversal<S: SolverScalar>: StochasticReversal {
  private let tableau: SRITableau
  private let count: Int
  private let measure: ErrorMeasure?
  private let transpose: StochasticTranspose<S>
  /// α, β and the columns of the four matrices, by stage.
  private let columns: [[Double]]
  /// H̄⁰ and H̄¹ by stage.
  private let driftCotangents: StateSet<S>
  private let diffusionCotangents: StateSet<S>
  /// k̄, ḡ, ē.
  private let scratch: StateSet<S>
  private let ones: [Double]

  init(
    _ tableau: SRITableau, count: Int, measure: ErrorMeasure?, _ transpose: StochasticTranspose<S>
  ) {
    self.tableau = tableau
    self.count = count
    self.measure = measure
    self.transpose = transpose
    let stages = tableau.stageCount
    columns = (0..<stages).map { stage in
      let m = tableau.matrices
      let parts = [m.a0, m.b0, m.a1, m.b1].map { rows in rows[(stage + 1)...].map { $0[stage] } }
      return [tableau.weights[stage]] + tableau.noiseWeights.map { $0[stage] } + parts.joined()
    }
    driftCotangents = StateSet(count: stages, length: count)
    diffusionCotangents = StateSet(count: stages, length: count)
    scratch = StateSet(count: 3, length: count)
    ones = [Double](repeating: 1, count: stages)
  }

  func reverse(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, result: UnsafePointer<S>,
    cotangent: UnsafeMutablePointer<S>, seed: StochasticStepSeed,
    into gradient: UnsafeMutablePointer<S>
  ) {
    let errorCotangent = scratch[2]
    let hasError =
      measure?.pullBack(
        seed.error, count: count, error: memory.error, from: memory.driftPlaces[0], to: result,
        into: errorCotangent, gradient, cotangent) ?? false
    let last = tableau.stageCount - 1
    for index in 0...last {
      driftCotangents.clear(index)
      diffusionCotangents.clear(index)
    }
    let factor = reverseEigenvalue(step, memory, seed.eigenvalue)
    for index in stride(from: last, through: 0, by: -1) {
      S.stochastic.cotangents(
        count, last - index, step.size, columns[index], cotangent,
        hasError ? UnsafePointer(errorCotangent) : nil, memory.noise.places,
        driftCotangents.places + index + 1, diffusionCotangents.places + index + 1, scratch[0],
        scratch[1])
      if factor != 0, index >= last - 1 {
        S.elements.axpy(
          count, S(index == last ? factor : -factor), memory.rateDifference, scratch[0])
      }
      guard index > 0 || seed.firstStage == .attached else { break }
      pull(index, step, memory)
    }
    S.elements.axpy(count, 1, cotangent, gradient)
    driftCotangents.combine(ones, scale: 1, onto: gradient, into: gradient)
    diffusionCotangents.combine(ones, scale: 1, onto: gradient, into: gradient)
  }

  private func pull(_ index: Int, _ step: StepRecord, _ memory: StochasticStepMemory<S>) {
    transpose.drift(
      step.time + tableau.driftNodes[index] * step.size, memory.driftPlaces[index], scratch[0],
      driftCotangents[index])
    transpose.diffusion(
      step.time + tableau.diffusionNodes[index] * step.size, memory.diffusionPlaces[index],
      scratch[1], diffusionCotangents[index])
  }

  /// λ = ‖k - k'‖ / ‖H⁰ - H⁰'‖ of the last two stages: adds to their H̄⁰ and returns the factor of
  /// k - k' in k̄ (and, negated, in k̄').
  private func reverseEigenvalue(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, _ weight: Double
  ) -> Double {
    guard weight != 0, tableau.stabilitySize != nil, step.eigenvalueEstimate > 0 else { return 0 }
    let last = tableau.stageCount - 1
    let (later, earlier) = (memory.driftPlaces[last], memory.driftPlaces[last - 1])
    let square = S.reductions.squareDifferenceSum(count, later, earlier)
    let factor = S(-weight * step.eigenvalueEstimate / square)
    S.elements.scaledDifferenceAdd(count, factor, later, earlier, driftCotangents[last])
    S.elements.scaledDifferenceAdd(count, -factor, later, earlier, driftCotangents[last - 1])
    return weight / (step.eigenvalueEstimate * square)
  }
}
