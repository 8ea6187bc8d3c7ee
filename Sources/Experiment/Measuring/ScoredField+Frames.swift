extension ScoredField {
  /// The frames of a field that holds several, in time order; itself when it has no grid.
  public var frames: [ScoredField] {
    guard let grid, grid.frames > 1 else { return [self] }
    let count = grid.count / grid.frames
    return (0..<grid.frames).map { frame in
      let places = frame * count..<(frame + 1) * count
      return ScoredField(
        predicted: Array(predicted[places]), expected: Array(expected[places]),
        persistence: Array(persistence[places]),
        weights: weights.isEmpty ? [] : Array(weights[places]),
        grid: FieldGrid(
          channels: grid.channels, height: grid.height, width: grid.width,
          cellWidth: grid.cellWidth, cellHeight: grid.cellHeight,
          time: grid.time + Double(frame) * grid.frameInterval,
          frameInterval: grid.frameInterval))
    }
  }
}
