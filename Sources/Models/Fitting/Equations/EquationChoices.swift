import Experiment
import Solvers

/// How the ordinary equation inside a network is solved, differentiated and regularised.
public struct EquationChoices: Codable, Sendable, Equatable {
  /// The method.
  public var solver = EquationSolver.tsit5
  /// The absolute and the relative tolerance; 1.4e-8 as published, which is below the machine epsilon of
  /// Float, so that rounding decides which steps are accepted.
  public var tolerance = 1.4e-8
  /// The most attempted steps of a solve; one that needs more has failed. 10,000 as in the 2023 paper's
  /// code.
  public var stepLimit = 10_000
  /// Equal steps instead of adaptive ones; 0 for adaptive ones. A distilled network trains on adaptive
  /// steps and predicts by these.
  public var fixedSteps = 0
  /// How training differentiates the solve.
  public var adjoint = EquationAdjoint.kept
  /// What is added to the loss.
  public var regulariser = RegulariserChoices()
  /// Tolerances under which the trained network is judged again, as variant `tolerance-…`.
  public var testTolerances: [Double] = []
  /// Numbers of equal steps under which the trained network is judged again, as variant `fixed-…`.
  public var testFixedSteps: [Int] = []

  /// The published choices without a regulariser.
  public init() {}
}

extension EquationChoices {
  /// These choices under each of the settings of the test, with the variant's name.
  var variants: [(name: String, choices: EquationChoices)] {
    testTolerances.map { tolerance in
      var choices = self
      (choices.tolerance, choices.fixedSteps) = (tolerance, 0)
      return ("tolerance-\(tolerance)", choices)
    }
      + testFixedSteps.map { steps in
        var choices = self
        choices.fixedSteps = steps
        return ("fixed-\(steps)", choices)
      }
  }

  /// What is to be known of results under these choices, by name.
  var facts: [String: String] {
    guard tolerance < Double(Float.ulpOfOne), fixedSteps == 0 else { return [:] }
    return [
      "tolerance":
        "\(tolerance) is below the machine epsilon of Float, \(Float.ulpOfOne): rounding "
        + "decides which steps are accepted"
    ]
  }

  var measure: ErrorMeasure {
    ErrorMeasure(tolerances: Tolerances(absolute: tolerance, relative: tolerance))
  }

  /// `steps` equal steps over `span`, or adaptive ones when that is 0. The errors of equal ones are
  /// measured for penalties and for curves.
  func options(
    _ steps: Int, over span: ClosedRange<Double>, saving times: [Double]
  ) -> SolveOptions {
    SolveOptions(
      steps: steps > 0
        ? .fixed(size: Self.size(of: steps, over: span), measure: measure)
        : .adaptive(AdaptiveSteps(measure: measure)),
      saving: solver.saving(times), stepLimit: stepLimit)
  }

  static func size(of steps: Int, over span: ClosedRange<Double>) -> Double {
    (span.upperBound - span.lowerBound) / Double(max(steps, 1))
  }
}
