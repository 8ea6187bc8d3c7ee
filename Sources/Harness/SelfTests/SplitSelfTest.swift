import Experiment
import Foundation

/// That no test case is among the cases that a model learns from, under its own name or another.
public struct SplitSelfTest: Sendable {
  /// Cases closer than this, relative to their own size, are one case: what Float leaves of a difference.
  private static let twinDistance = 1e-6
  /// Pairs that are all compared; above, only those of about one size.
  private static let mostPairs = 4_000_000

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
    let (found, nearest) =
      asked.count * others.count <= Self.mostPairs
      ? Self.everyPair(asked, others) : Self.pairsOfOneSize(asked, others)
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

  /// The twins among `asked` and `others`, and the distance of the nearest pair.
  private static func everyPair(
    _ asked: [SplitCase], _ others: [SplitCase]
  ) -> (found: [String], nearest: Double) {
    var nearest = Double.infinity
    var found: [String] = []
    for one in asked {
      for other in others {
        let distance = distance(one.signature, other.signature)
        nearest = min(nearest, distance)
        if distance < twinDistance { found.append("\(one.name) is \(other.name)") }
      }
    }
    return (found, nearest)
  }

  /// The twins among many cases. Signatures nearer than d of their size differ in size by no more, so that
  /// only neighbours by size are compared; the nearest pair of all is then not known.
  private static func pairsOfOneSize(
    _ asked: [SplitCase], _ others: [SplitCase]
  ) -> (found: [String], nearest: Double) {
    let sorted = others.map { (size: size($0.signature), other: $0) }.sorted { $0.size < $1.size }
    var found: [String] = []
    for one in asked {
      let size = size(one.signature)
      let margin = 2 * twinDistance * size
      var place = sorted.partitionPoint { $0.size >= size - margin }
      while place < sorted.count, sorted[place].size <= size + margin {
        let other = sorted[place].other
        if distance(one.signature, other.signature) < twinDistance {
          found.append("\(one.name) is \(other.name)")
        }
        place += 1
      }
    }
    return (found, .infinity)
  }

  private static func size(_ signature: [Float]) -> Double {
    signature.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
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

extension Array {
  /// The first index whose element `isBehind`, in an array where those that are follow those that are not.
  fileprivate func partitionPoint(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
