/// A stochastic Runge-Kutta method for diagonal Ito noise of strong order 3/2 (Roessler 2010):
/// kᵢ = f(t + c⁰ᵢ h, H⁰ᵢ), gᵢ = g(t + c¹ᵢ h, H¹ᵢ),
/// H⁰ᵢ = y + h Σ A⁰ᵢⱼ kⱼ + χ₂ Σ B⁰ᵢⱼ gⱼ, H¹ᵢ = y + h Σ A¹ᵢⱼ kⱼ + √h Σ B¹ᵢⱼ gⱼ,
/// y' = y + h Σ αᵢ kᵢ + Σ (β¹ᵢ ΔW + β²ᵢ χ₁ + β³ᵢ χ₂ + β⁴ᵢ χ₃) gᵢ.
public struct SRITableau: Sendable, Equatable {
  /// The rows of the four matrices below the diagonal.
  public struct Matrices: Sendable, Equatable {
    let a0: [[Double]]
    let a1: [[Double]]
    let b0: [[Double]]
    let b1: [[Double]]
  }

  /// The name, as in `order/sosri`.
  public let name: String
  /// Where the coefficients come from.
  public let source: String
  /// A⁰, A¹, B⁰, B¹.
  public let matrices: Matrices
  /// α.
  public let weights: [Double]
  /// β¹ to β⁴.
  public let noiseWeights: [[Double]]
  /// c⁰.
  public let driftNodes: [Double]
  /// c¹.
  public let diffusionNodes: [Double]
  /// |hλ| at which the method is taken for unstable; nil when its last two drift stages are not at
  /// one time and estimate no eigenvalue.
  public let stabilitySize: Double?

  /// The number of stages.
  public var stageCount: Int { driftNodes.count }

  /// Every method of this kind, one for each file beside this one.
  public static let catalogue: [SRITableau] = [.sosri, .sosri2]
}
