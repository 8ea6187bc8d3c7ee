/// Independent Brownian motions W with their integrals, as a solver asks for them.
public protocol BrownianPath: AnyObject {
  /// The number of motions.
  var count: Int { get }
  /// From when to when.
  var span: ClosedRange<Double> { get }
  /// Writes I₍₁₎ = W(t) - W(s) and I₍₁,₀₎ = ∫ₛᵗ (W - W(s)) for s < t within the span.
  func increment(
    from s: Double, to t: Double, motion: UnsafeMutablePointer<Double>,
    integral: UnsafeMutablePointer<Double>)
}

extension VirtualBrownianTree: BrownianPath {}
