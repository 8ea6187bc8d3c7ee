import Comparison
import Physics
import Statistics

/// How often intervals hold what they are to hold, and how often the gate of regressions is wrong:
/// `coverage/<interval>`, `false-alarm/<case>`, `power/<case>`; all by simulation.
enum StatisticsValidation {
  /// The most false alarms of a gate whose level is 5 %.
  private static let mostFalseAlarms = 0.05
  /// How many of the changes that a power is stated for may be overlooked.
  private static let mostOverlooked = 0.1

  static func results() -> [ValidationResult] { coverages + falseAlarms + powers }

  private static var coverages: [ValidationResult] {
    CoverageStudy.all.map { study in
      ValidationResult(
        name: "coverage/\(study.name)", quantity: "\(study.quantity), \(study.count) studies",
        ours: study.observed, reference: study.nominal,
        source: "the nominal level of the interval", tolerance: CoverageStudy.tolerance)
    }
  }

  private static var falseAlarms: [ValidationResult] {
    GateStudy.falseAlarms.map { study in
      ValidationResult(
        name: study.name,
        quantity: "share of \(study.simulations) comparisons of a method with itself that alarm",
        ours: study.rate(), reference: 0, source: "the level of the gate",
        tolerance: mostFalseAlarms)
    }
  }

  private static var powers: [ValidationResult] {
    GateStudy.powers.map { study in
      ValidationResult(
        name: study.name,
        quantity: "share of \(study.simulations) comparisons that find one worse model",
        ours: study.rate(), reference: 1, source: "the power that is asked of the gate",
        tolerance: mostOverlooked)
    }
  }
}
