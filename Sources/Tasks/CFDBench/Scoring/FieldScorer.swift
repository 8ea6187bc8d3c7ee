import Experiment

/// Lays predictions beside the truth for the metrics.
struct FieldScorer {
  let view: FieldView
  let layout: FlowLayout
  let rules: FlowProtocol

  /// `predicted` beside `frame` of `trajectory`; the forecast of persistence is another of its frames.
  func field(
    predicted: ArraySlice<Float>, frame: Int, persistence: Int, of trajectory: FlowTrajectory
  ) -> ScoredField {
    let boundary = trajectory.boundary
    let isWeighted = view == .fluid && !boundary.isAllFluid
    return ScoredField(
      predicted: chosen(predicted, boundary),
      expected: chosen(trajectory.frame(frame), boundary),
      persistence: chosen(trajectory.frame(persistence), boundary),
      weights: isWeighted ? boundary.mask + boundary.mask : [],
      grid: grid(of: trajectory, frame: frame))
  }

  /// The fields of successive steps as one, so that a metric sums over the whole of it.
  static func joined(_ fields: [ScoredField]) -> ScoredField {
    ScoredField(
      predicted: fields.flatMap(\.predicted), expected: fields.flatMap(\.expected),
      persistence: fields.flatMap(\.persistence), weights: fields.flatMap(\.weights),
      grid: fields.first?.grid.map { $0.repeated(frames: fields.count) })
  }

  private func chosen(_ field: ArraySlice<Float>, _ boundary: FlowBoundary) -> [Float] {
    var part = Array(field.prefix(view.components * boundary.mask.count))
    guard view.isMasked, !boundary.isAllFluid else { return part }
    for index in part.indices { part[index] *= boundary.mask[index % boundary.mask.count] }
    return part
  }

  private func grid(of trajectory: FlowTrajectory, frame: Int) -> FieldGrid {
    FieldGrid(
      channels: view.components, height: layout.rows, width: layout.columns,
      cellWidth: trajectory.parameters.windowWidth / Double(layout.size),
      cellHeight: trajectory.parameters.windowHeight / Double(layout.size),
      // Frame 0 is the state after one interval.
      time: Double(frame + 1) * rules.frameInterval,
      frameInterval: Double(rules.frameStride) * rules.frameInterval)
  }
}

extension FieldGrid {
  fileprivate func repeated(frames: Int) -> FieldGrid {
    FieldGrid(
      frames: frames, channels: channels, height: height, width: width, cellWidth: cellWidth,
      cellHeight: cellHeight, time: time, frameInterval: frameInterval)
  }
}
