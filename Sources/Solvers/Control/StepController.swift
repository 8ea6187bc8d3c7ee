import CKernels
import Tensors

/// The law that makes the next step size from the scaled errors of this and the last two steps.
///
/// factor = safety · E₀^(-a) · E₁^(-b) · E₂^(-c), kept within a range; E₀ is the error of the step
/// just tried, E₁ and E₂ those of the two accepted before. With a = β₁, b = -β₂, c = 0 this is PI
/// control (Gustafsson 1991), with all three Söderlind's PID control (2003), with a alone the
/// elementary controller.
public struct StepController: Sendable, Equatable {
  /// The exponents a, b, c of the three errors.
  public struct Exponents: Sendable, Equatable, Codable {
    let current: Double
    let previous: Double
    let beforePrevious: Double

    /// These exponents; the later ones are 0 when there is no memory.
    public init(current: Double, previous: Double = 0, beforePrevious: Double = 0) {
      self.current = current
      self.previous = previous
      self.beforePrevious = beforePrevious
    }
  }

  /// Which errors the factor of a rejected step uses.
  public enum RejectionMemory: Sendable, Equatable, Codable {
    /// E₀ alone (OrdinaryDiffEq).
    case none
    /// All three, as after an accepted step (diffrax).
    case full
  }

  /// Which errors are good.
  public enum Acceptance: Sendable, Equatable, Codable {
    /// E₀ ≤ 1.
    case atMostOne
    /// E₀ < 1.
    case belowOne
  }

  let exponents: Exponents
  let safety: Double
  let acceptedFactors: ClosedRange<Double>
  let rejectedFactors: ClosedRange<Double>
  let rejectionMemory: RejectionMemory
  let acceptance: Acceptance
  /// What an accepted error is remembered as at least, so that a lucky step does not blow up the
  /// next one.
  let errorFloor: Double
  /// What the errors before the first step are taken for.
  let initialError: Double

  /// A controller with these constants.
  ///
  /// - Parameters:
  ///   - exponents: a, b, c
  ///   - safety: in (0, 1]
  ///   - acceptedFactors: the range of the factor after an accepted step
  ///   - rejectedFactors: the range after a rejected one; must lie below 1 for progress
  ///   - rejectionMemory: which errors a rejected step's factor uses
  ///   - acceptance: when a step is good
  ///   - errorFloor: the least remembered error
  ///   - initialError: the errors before the first step
  public init(
    exponents: Exponents, safety: Double = 0.9, acceptedFactors: ClosedRange<Double>,
    rejectedFactors: ClosedRange<Double>, rejectionMemory: RejectionMemory = .none,
    acceptance: Acceptance = .atMostOne, errorFloor: Double = 0, initialError: Double = 1
  ) {
    Requirement.check(rejectedFactors.upperBound < 1, "a rejected step must become smaller")
    self.exponents = exponents
    self.safety = safety
    self.acceptedFactors = acceptedFactors
    self.rejectedFactors = rejectedFactors
    self.rejectionMemory = rejectionMemory
    self.acceptance = acceptance
    self.errorFloor = errorFloor
    self.initialError = initialError
  }

  /// Whether a step of this scaled error is kept; a NaN never is.
  public func accepts(_ error: Double) -> Bool {
    acceptance == .atMostOne ? error <= 1 : error < 1
  }

  /// The factor of the step size after a step of scaled error `error`.
  public func factor(error: Double, memory: ErrorMemory, isAccepted: Bool) -> Double {
    let range = isAccepted ? acceptedFactors : rejectedFactors
    guard error.isFinite else { return range.lowerBound }
    guard error > 0 else { return range.upperBound }
    var factor = safety * assay_scalar_power(error, -exponents.current)
    if isAccepted || rejectionMemory == .full {
      factor *= assay_scalar_power(memory.previous, -exponents.previous)
      factor *= assay_scalar_power(memory.beforePrevious, -exponents.beforePrevious)
    }
    return min(max(factor, range.lowerBound), range.upperBound)
  }

  /// The memory before the first step.
  public var initialMemory: ErrorMemory {
    ErrorMemory(previous: initialError, beforePrevious: initialError)
  }

  /// The memory after a step of scaled error `error` was accepted.
  public func remembering(_ error: Double, in memory: ErrorMemory) -> ErrorMemory {
    // A zero has no negative power; the smallest normal number stands for it.
    let kept = max(error, errorFloor, Double.leastNormalMagnitude)
    return ErrorMemory(previous: kept, beforePrevious: memory.previous)
  }
}
