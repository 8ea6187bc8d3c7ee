import Autodiff
import Networks

/// A normalisation of the channels of an image and a ReLU.
enum ChannelNormalisation {
  case batch(BatchNormalisation<Float>)
  case group(GroupNormalisation<Float>)

  private static let largestGroup = 8

  init(
    _ kind: PlaneNormalisationKind, _ name: String, channels: Int,
    in set: inout ParameterSet<Float>
  ) {
    switch kind {
    case .batch:
      self = .batch(BatchNormalisation(name, channels: channels, activation: .relu, in: &set))
    case .group:
      let size = (1...Self.largestGroup).last { channels % $0 == 0 } ?? 1
      self = .group(
        GroupNormalisation(
          name, channels: channels, groups: channels / size, activation: .relu, in: &set))
    }
  }

  /// Records the layer: the shape of `x`.
  func callAsFunction(_ x: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    switch self {
    case .batch(let layer): layer(x, on: tape)
    case .group(let layer): layer(x, on: tape)
    }
  }
}
