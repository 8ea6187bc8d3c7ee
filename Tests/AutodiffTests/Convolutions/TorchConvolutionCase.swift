import Autodiff
import Tensors

/// A case of convolution.json: an operation's inputs and settings, and what torch made of them.
struct TorchConvolutionCase: Decodable, Sendable, CustomStringConvertible {
  struct Array: Decodable, Sendable {
    let shape: [Int]
    let values: [Double]
  }

  struct Settings: Decodable, Sendable {
    let mode: ConvolutionGeometry.PaddingMode?
    let groups: Int?
    let stride: [Int]?
    let dilation: [Int]?
    let padding: [Int]?
    let outputPadding: [Int]?
    let extents: [Int]?
    let training: Bool?

    var geometry: ConvolutionGeometry {
      ConvolutionGeometry(
        stride: stride ?? [], dilation: dilation ?? [], padding: padding ?? [],
        paddingMode: mode ?? .zero, groups: groups ?? 1)
    }

    var window: PoolingWindow {
      PoolingWindow(extents ?? [], stride: stride ?? [], padding: padding ?? [])
    }
  }

  struct Running: Decodable, Sendable {
    let mean: Array
    let variance: Array
    let meanAfter: Array
    let varianceAfter: Array
  }

  let name: String
  let operation: String
  let settings: Settings
  let leaves: [String: Array]
  let output: Array
  let seed: Array
  let gradients: [String: Array]
  let running: Running?

  var description: String { name }
}
