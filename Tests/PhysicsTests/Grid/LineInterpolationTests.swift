import Physics
import Testing

@Suite("Interpolation along a line")
struct LineInterpolationTests {
  private let nodes = [0.0, 0.1, 0.25, 0.45, 0.6, 0.95, 1.0]
  private let targets = [0.0, 0.01, 0.3, 0.45, 0.7, 0.99, 1.0]

  @Test func cubicsAreExactUpToTheEnds() {
    let cubic = { (x: Double) in 1 + 2 * x - 3 * x * x + 0.5 * x * x * x }
    let line = LineInterpolation(nodes: nodes, targets: targets)
    let found = line.interpolated(nodes.map(cubic))
    #expect(zip(found, targets).allSatisfy { abs($0 - cubic($1)) < 1e-14 })
  }

  @Test func nodesKeepTheirValues() {
    let line = LineInterpolation(nodes: nodes, targets: nodes)
    let values = [1.0, -2, 3, -4, 5, -6, 7]
    #expect(zip(line.interpolated(values), values).allSatisfy { abs($0 - $1) < 1e-13 })
  }
}
