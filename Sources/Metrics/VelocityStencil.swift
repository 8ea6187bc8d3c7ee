import Experiment

/// Central differences of one frame of a velocity on a grid.
struct VelocityStencil {
  private let sample: ScoredField
  private let grid: FieldGrid
  /// The places of the frame's u and v.
  private let u: Int
  private let v: Int

  init(_ sample: ScoredField, grid: FieldGrid, frame: Int) {
    self.sample = sample
    self.grid = grid
    let cells = grid.height * grid.width
    u = 2 * frame * cells
    v = u + cells
  }

  /// Whether a point and its four neighbours count.
  func counts(_ row: Int, _ column: Int) -> Bool {
    guard !sample.weights.isEmpty else { return true }
    let centre = u + row * grid.width + column
    return [centre, centre - 1, centre + 1, centre - grid.width, centre + grid.width]
      .allSatisfy { sample.weights[$0] != 0 }
  }

  /// (∂u/∂x + ∂v/∂y)² of the prediction, in 1/s².
  func squaredDivergence(_ row: Int, _ column: Int) -> Double {
    let sum =
      alongX(sample.predicted, u, row, column) + alongY(sample.predicted, v, row, column)
    return sum * sum
  }

  /// The sum of the four squared derivatives of the truth, in 1/s².
  func squaredTrueGradient(_ row: Int, _ column: Int) -> Double {
    [u, v].reduce(0) { sum, start in
      let (x, y) = (
        alongX(sample.expected, start, row, column), alongY(sample.expected, start, row, column)
      )
      return sum + x * x + y * y
    }
  }

  private func alongX(_ field: [Float], _ start: Int, _ row: Int, _ column: Int) -> Double {
    let centre = start + row * grid.width + column
    return Double(field[centre + 1] - field[centre - 1]) / (2 * grid.cellWidth)
  }

  private func alongY(_ field: [Float], _ start: Int, _ row: Int, _ column: Int) -> Double {
    let centre = start + row * grid.width + column
    return Double(field[centre + grid.width] - field[centre - grid.width]) / (2 * grid.cellHeight)
  }
}
