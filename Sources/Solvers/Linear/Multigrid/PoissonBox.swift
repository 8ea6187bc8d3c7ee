import Tensors

/// −Δu + c u = f on a box of two or three axes, by second-order differences on a regular grid.
public struct PoissonBox: Sendable {
  /// Points along every axis, the last axis fastest.
  public let counts: [Int]
  /// The sides.
  public let lengths: [Double]
  /// What holds at the ends of every axis.
  public let boundaries: [BoxBoundary]
  /// c, at least 0.
  public let shift: Double

  /// A problem; every axis has two points at least.
  public init(counts: [Int], lengths: [Double], boundaries: [BoxBoundary], shift: Double = 0) {
    Requirement.check(
      (2...3).contains(counts.count) && lengths.count == counts.count
        && boundaries.count == counts.count && counts.allSatisfy { $0 >= 2 },
      "\(counts) points, sides \(lengths), boundaries \(boundaries) are no box of 2 or 3 axes")
    Requirement.check(shift >= 0, "the shift \(shift) makes the problem indefinite")
    self.counts = counts
    self.lengths = lengths
    self.boundaries = boundaries
    self.shift = shift
  }

  /// Whether u is known up to a constant only.
  public var isSingular: Bool { shift == 0 && !boundaries.contains(.dirichlet) }

  /// The same box with every second point, or nil when an axis cannot be halved.
  var coarser: PoissonBox? {
    let halves = zip(counts, boundaries).compactMap { $1.coarse($0) }
    guard halves.count == counts.count, halves.allSatisfy({ $0 >= 2 }) else { return nil }
    return PoissonBox(counts: halves, lengths: lengths, boundaries: boundaries, shift: shift)
  }
}
