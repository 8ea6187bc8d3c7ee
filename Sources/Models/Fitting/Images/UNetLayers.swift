import Autodiff
import Networks

/// The layers of a U-Net with four halvings, for images of any size from `leastSide` on.
struct UNetLayers {
  private struct Climb {
    let up: TransposedConvolution<Float>
    let convolutions: DoubleConvolution
  }

  /// The halvings.
  static let halvings = 4
  /// The smallest height or width, which leaves one pixel at the coarsest level.
  static let leastSide = 1 << halvings

  /// Channels at the coarsest level.
  let coarsestChannels: Int
  private let descents: [DoubleConvolution]
  private let climbs: [Climb]
  private let last: PointwiseConvolution<Float>

  /// Layers whose finest level has `width` channels.
  init(
    inputs: Int, outputs: Int, width: Int, _ normalisation: PlaneNormalisationKind,
    in set: inout ParameterSet<Float>
  ) {
    let channels = (0...Self.halvings).map { width << $0 }
    coarsestChannels = channels[Self.halvings]
    descents = channels.enumerated().map { level, outputs in
      DoubleConvolution(
        "down.\(level)", inputs: level == 0 ? inputs : channels[level - 1], outputs: outputs,
        normalisation, in: &set)
    }
    climbs = (0..<Self.halvings).reversed().map { level in
      Climb(
        up: TransposedConvolution(
          "up.\(level).transposed", inputs: channels[level + 1], outputs: channels[level],
          kernel: [2, 2], ConvolutionGeometry(stride: [2, 2]), in: &set),
        convolutions: DoubleConvolution(
          "up.\(level)", inputs: 2 * channels[level], outputs: channels[level], normalisation,
          in: &set))
    }
    last = PointwiseConvolution("answer", inputs: width, outputs: outputs, in: &set)
  }

  /// Records the layers.
  ///
  /// - Parameters:
  ///   - image: [samples, inputs, height, width]
  ///   - shift: [samples, coarsest channels], added to the coarsest fields; nil for none
  ///   - tape: where to record
  /// - Returns: [samples, outputs, height, width]
  func callAsFunction(
    _ image: Variable<Float>, shift: Variable<Float>? = nil, on tape: Tape<Float>
  ) -> Variable<Float> {
    var levels = [descents[0](image, on: tape)]
    for descent in descents.dropFirst() {
      let halved = tape.maximum(of: levels[levels.count - 1], in: PoolingWindow([2, 2]))
      levels.append(descent(halved, on: tape))
    }
    var h = levels.removeLast()
    if let shift { h = tape.sum(h, tape.spread(shift, over: Array(h.shape.dropFirst(2)))) }
    for climb in climbs {
      let skip = levels.removeLast()
      let up = tape.padded(climb.up(h, on: tape), to: Array(skip.shape.dropFirst(2)))
      h = climb.convolutions(tape.joined([skip, up]), on: tape)
    }
    return last(h, on: tape)
  }
}
