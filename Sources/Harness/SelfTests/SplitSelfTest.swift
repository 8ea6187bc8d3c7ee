import Experiment
import Foundation

/// That no test case is among the cases that a model learns from, under its own name or another.
public struct SplitSelfTest: Sendable {
  /// Cases closer than this, relative to their own size, are one case: what Float leaves of a difference.
  private static let twinDistance = 1e-6

  private let cases: [SplitCase]

  /// A test of a task's cases.
  public init(_ cases: [SplitCase]) { self.cases = cases }

  /// One finding for each law, with the distance of the nearest pair; a note when there is no case.
  public func findings() -> [SelfTestFinding] {
    guard !cases.isEmpty else {
      return [
        SelfTestFinding(
          subject: "splits", law: "no case on two sides", outcome: .noted,
          detail: "the task does not tell its cases")
      ]
    }
    let training = cases.filter { $0.split == .training }
    return [names]
      + [SplitCase.Split.validation, .test].map { twins(of: $0, among: training) }
      + [twins(of: .test, among: cases.filter { $0.split == .validation })]
  }

  private var names: SelfTestFinding {
    let doubled = Dictionary(grouping: cases, by: \.name).filter { $1.count > 1 }.keys.sorted()
    return .law(
      "no case on two sides", of: "splits", holds: doubled.isEmpty,
      otherwise: "\(doubled.count) cases occur twice, as \(doubled.first ?? "")")
  }

  private func twins(of split: SplitCase.Split, among others: [SplitCase]) -> SelfTestFinding {
    let asked = cases.filter { $0.split == split }
    let side = others.first?.split.rawValue ?? "training"
    let law = "no \(split.rawValue) case has a twin in \(side)"
    var nearest = Double.infinity
    var found: [String] = []
    for one in asked {
      for other in others {
        let distance = Self.distance(one.signature, other.signature)
        nearest = min(nearest, distance)
        if distance < Self.twinDistance { found.append("\(one.name) is \(other.name)") }
      }
    }
    guard let first = found.first else {
      let shown = nearest.isFinite ? String(format: "%.3g", nearest) : "unknown"
      return SelfTestFinding(
        subject: "splits", law: law, outcome: .passed, detail: "nearest relative distance \(shown)")
    }
    let isMistake = asked.contains { $0.twins == .forbidden }
    return SelfTestFinding(
      subject: "splits", law: law, outcome: isMistake ? .failed : .noted,
      detail: "\(found.count) twins, as \(first)"
        + (isMistake ? "" : "; the published protocol has them"))
  }

  /// ‖a − b‖ / ‖a‖; infinite between signatures of another length.
  private static func distance(_ a: [Float], _ b: [Float]) -> Double {
    guard a.count == b.count else { return .infinity }
    var (difference, size) = (0.0, 0.0)
    for (x, y) in zip(a, b) {
      difference += Double(x - y) * Double(x - y)
      size += Double(x) * Double(x)
    }
    if difference == 0 { return 0 }
    return size > 0 ? (difference / size).squareRoot() : .infinity
  }
}
