/// Scales each channel by the least and the largest value that was observed among some series.
struct ChannelScaling {
  /// What is divided by.
  enum Divisor {
    /// max, or 1 when that is 0: (x − min) / max, as the published preprocessing of PhysioNet 2012 does.
    case largest
    /// max − min, or 1 when that is 0.
    case range
  }

  private let least: [Float]
  private let divisor: [Float]

  /// Of what was observed of `grid` in the series `indices`; a channel never observed stays as it is.
  init(_ grid: SeriesGrid, of indices: [Int], divisor kind: Divisor) {
    var least = [Float](repeating: .infinity, count: grid.channels)
    var largest = [Float](repeating: -.infinity, count: grid.channels)
    for entry in indices.map({ grid.entries[$0] }) {
      for index in entry.values.indices where entry.mask[index] > 0 {
        let channel = index % grid.channels
        least[channel] = min(least[channel], entry.values[index])
        largest[channel] = max(largest[channel], entry.values[index])
      }
    }
    self.least = least.map { $0.isFinite ? $0 : 0 }
    divisor = zip(least, largest).map { least, largest in
      let size = kind == .largest ? largest : largest - least
      return size.isFinite && size != 0 ? size : 1
    }
  }

  /// `grid` scaled, 0 where nothing was observed.
  func scaled(_ grid: SeriesGrid) -> SeriesGrid {
    var scaled = grid
    for place in grid.entries.indices {
      for index in grid.entries[place].values.indices where grid.entries[place].mask[index] > 0 {
        let channel = index % grid.channels
        scaled.entries[place].values[index] =
          (grid.entries[place].values[index] - least[channel]) / divisor[channel]
      }
    }
    return scaled
  }
}
