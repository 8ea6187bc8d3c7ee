import Autodiff
import Networks

/// Points of the grid that a network is asked at, the same for all samples.
struct QueryPoints {
  /// Their indices.
  let list: PointList
  /// Row and column of each, [points, 2].
  let coordinates: Variable<Float>

  /// The points of the grid, or `drawn` of them, drawn anew with replacement for each training step,
  /// when that is above 0 and the graph is for training.
  init(
    of flow: FlowRole, drawn: Int, as form: PointCoordinates, in graph: SampleGraph
  ) {
    let isDrawn = graph.tape.mode == .training && drawn > 0
    let list = PointList((0..<(isDrawn ? drawn : flow.points)).map { $0 % flow.points })
    let coordinates = graph.tape.constant([list.count, 2])
    let write = {
      for (position, point) in list.indices.enumerated() {
        let (row, column) = (point / flow.width, point % flow.width)
        coordinates.value[2 * position] = form.value(of: row, among: flow.height)
        coordinates.value[2 * position + 1] = form.value(of: column, among: flow.width)
      }
    }
    write()
    if isDrawn {
      graph.beforeEachStep("points", for: .batch) { random in
        list.redraw { _ in random.index(below: flow.points) }
        write()
      }
    }
    self.list = list
    self.coordinates = coordinates
  }
}
