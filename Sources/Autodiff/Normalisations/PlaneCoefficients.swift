import CKernels
import Tensors

/// What a normalisation keeps of its statistics and planes between its steps.
struct PlaneCoefficients<S: Scalar> {
  let mean: Buffer<Double>
  let variance: Buffer<Double>
  let sums: Buffer<Double>
  let centre: Buffer<S>
  let scale: Buffer<S>
  let shift: Buffer<S>
  let slope: Buffer<S>
  let offset: Buffer<S>

  init(_ shape: assay_normalisation) {
    let planes = shape.samples * shape.channels
    let statistics = shape.groups == 0 ? shape.channels : shape.samples * shape.groups
    mean = Buffer(count: statistics)
    variance = Buffer(count: statistics)
    sums = Buffer(count: 2 * planes)
    centre = Buffer(count: planes)
    scale = Buffer(count: planes)
    shift = Buffer(count: planes)
    slope = Buffer(count: planes)
    offset = Buffer(count: planes)
  }
}
