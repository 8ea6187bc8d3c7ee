import Autodiff
import Tensors

/// Multi-head attention within square windows of a plane, with a learned bias for each relative
/// position: the attention of the Swin transformer (Liu et al. 2021, equation 4).
///
/// Initial values as in its reference implementation: weights and biases of positions normal with
/// deviation 0.02, truncated, biases 0.
public struct WindowedAttention<S: Scalar> {
  /// What becomes of windows that a shift puts together from opposite sides of the plane.
  public enum Wrapping: Sendable {
    /// Points from opposite sides do not see each other, as in the paper.
    case separated
    /// They do: the plane is periodic.
    case periodic
  }

  private let projections: AttentionProjections<S>
  private let positions: Parameter<S>
  private let edge: Int
  private let shift: Int
  private let wrapping: Wrapping

  /// A layer whose parameters are called `name`.query.weight, … and `name`.positions.
  ///
  /// - Parameters:
  ///   - name: the start of the parameters' names
  ///   - channels: channels of the fields, divisible by `heads`
  ///   - heads: the number of heads
  ///   - edge: points along an edge of a window
  ///   - shift: points of the cyclic shift, below `edge`; every other layer has half an edge
  ///   - wrapping: what becomes of windows over the sides
  ///   - parameters: where the parameters go
  public init(
    _ name: String, channels: Int, heads: Int, edge: Int, shift: Int = 0,
    wrapping: Wrapping = .separated, in parameters: inout ParameterSet<S>
  ) {
    let weights = Initialiser.truncatedNormal(deviation: 0.02)
    projections = AttentionProjections(
      name, width: channels, contextWidth: channels, heads: heads, weights: weights,
      answers: weights, in: &parameters)
    positions = parameters.add(
      "\(name).positions", shape: [(2 * edge - 1) * (2 * edge - 1), heads], weights)
    self.edge = edge
    self.shift = shift
    self.wrapping = wrapping
  }

  /// Records the layer: fields [samples, channels, height, width], whose extents are multiples of the
  /// edge, to the same shape.
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    let (samples, channels) = (x.shape[0], x.shape[1])
    let windows = WindowPartition(
      height: x.shape[2], width: x.shape[3], edge: edge, shift: shift)
    let points = windows.height * windows.width
    let tokens = tape.reshaped(
      tape.permuted(x, axes: [0, 2, 3, 1]), to: [samples * points, channels])
    let inWindows = tape.rows(Self.rows(windows.order, samples), of: tokens)
    let y = projections.attend(
      inWindows, to: inWindows, groups: samples * windows.windows, mask: mask(windows, tape),
      bias: bias(windows, tape), on: tape)
    let inOrder = tape.rows(Self.rows(windows.placesOfPoints, samples), of: y)
    return tape.permuted(
      tape.reshaped(inOrder, to: [samples, windows.height, windows.width, channels]),
      axes: [0, 3, 1, 2])
  }

  private static func rows(_ order: [Int], _ samples: Int) -> PointList {
    PointList((0..<samples).flatMap { sample in order.map { sample * order.count + $0 } })
  }

  /// [heads, points, points]
  private func bias(_ windows: WindowPartition, _ tape: Tape<S>) -> Variable<S> {
    let pairs = tape.rows(PointList(windows.relativePositions), of: tape.parameter(positions))
    return tape.reshaped(
      tape.transposed(pairs), to: [positions.shape[1], windows.points, windows.points])
  }

  /// [windows, points, points], or nil where everything in a window may see everything.
  private func mask(_ windows: WindowPartition, _ tape: Tape<S>) -> Variable<S>? {
    guard shift > 0, wrapping == .separated else { return nil }
    return tape.constant(
      [windows.windows, windows.points, windows.points],
      windows.separations.map { $0 ? -S.infinity : 0 })
  }
}
