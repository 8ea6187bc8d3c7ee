/// The numbers of one axis that the kernels read, laid out for them.
struct AxisMetrics {
  let width: NumberBuffer
  let inverseWidth: NumberBuffer
  let inverseGap: NumberBuffer
  /// The weights with which a face averages the value before it and the value after it.
  let before: NumberBuffer
  let after: NumberBuffer

  init(_ axis: GridAxis) {
    let cells = axis.cells
    width = NumberBuffer(axis.widths)
    inverseWidth = NumberBuffer(axis.widths.map { 1 / $0 })
    inverseGap = NumberBuffer(axis.gaps.map { 1 / $0 })
    let inner = [Double](repeating: 0.5, count: cells - 1)
    before = NumberBuffer([1] + inner + [0])
    after = NumberBuffer([0] + inner + [1])
  }

  var buffers: [NumberBuffer] { [width, inverseWidth, inverseGap, before, after] }
}
