import CKernels
import Tensors

/// For every index of a result's three dimensions, the two pixels that it lies between and the weight
/// of the second; one dimension after another.
struct ResamplingTable<S: Scalar> {
  private(set) var low: [Int] = []
  private(set) var high: [Int] = []
  private(set) var weight: [S] = []

  init(from input: [Int], to output: [Int], _ interpolation: Interpolation) {
    for (extent, count) in zip(input, output) {
      for q in 0..<count {
        switch interpolation {
        case .nearest: append(q * extent / count, 0, extent)
        case .linear:
          let place = max(0, (Double(q) + 0.5) * Double(extent) / Double(count) - 0.5)
          append(Int(place), place - Double(Int(place)), extent)
        }
      }
    }
  }

  private mutating func append(_ index: Int, _ share: Double, _ extent: Int) {
    low.append(min(index, extent - 1))
    high.append(min(index + 1, extent - 1))
    weight.append(S(share))
  }
}
