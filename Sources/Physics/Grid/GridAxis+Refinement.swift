#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension GridAxis {
  /// Uniform cells in a zone about the origin, and on both sides of it cells that grow by a constant
  /// ratio up to a largest width.
  struct Refinement: Sendable {
    /// The width of the cells in the zone, in m.
    var width: Double
    /// How far the zone reaches to either side of the origin, in m.
    var zone: (before: Double, after: Double)
    /// The largest ratio of neighbouring widths on either side of the zone.
    var growth: (before: Double, after: Double)
    /// The largest width, in m.
    var largest: Double
  }

  /// An axis from `start` < 0 to `end` > 0 that is refined about the origin, on which a face lies.
  init(from start: Double, to end: Double, refinement: Refinement) {
    let before = GridAxis.offsets(
      to: -start, zone: refinement.zone.before, growth: refinement.growth.before, refinement)
    let after = GridAxis.offsets(
      to: end, zone: refinement.zone.after, growth: refinement.growth.after, refinement)
    self.init(faces: before.reversed().map { -$0 } + [0] + after)
  }

  /// Distances of the faces from the origin to one side, ascending.
  private static func offsets(
    to end: Double, zone: Double, growth: Double, _ refinement: Refinement
  ) -> [Double] {
    let width = refinement.width
    let zoneCells = max(Int((min(zone, end) / width + 1e-9).rounded(.down)), 1)
    let rest = end - Double(zoneCells) * width
    var offsets = (1...zoneCells).map { Double($0) * width }
    if rest < 0.5 * width {
      // A thin last cell would shorten the steps; the one before it takes its place as well.
      offsets[zoneCells - 1] = end
      return offsets
    }
    for cell in growingWidths(over: rest, growth: growth, refinement) {
      offsets.append((offsets.last ?? 0) + cell)
    }
    offsets[offsets.count - 1] = end
    return offsets
  }

  /// As few widths as the ratio allows, with the ratio lowered until they fill `length` exactly.
  private static func growingWidths(
    over length: Double, growth: Double, _ refinement: Refinement
  ) -> [Double] {
    func widths(_ count: Int, _ ratio: Double) -> [Double] {
      (1...max(count, 1)).map { min(refinement.width * pow(ratio, Double($0)), refinement.largest) }
    }
    func total(_ count: Int, _ ratio: Double) -> Double { widths(count, ratio).reduce(0, +) }
    var count = 1
    while total(count, growth) < length { count += 1 }
    var (low, high) = (0.5, growth)
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if total(count, middle) < length { low = middle } else { high = middle }
    }
    return widths(count, high)
  }
}
