import Autodiff
import Networks

/// The end of a DeepONet whose trunk sees row and column alone: Σ over j of branch[j] trunk[j] + bias.
struct TrunkDot {
  private let trunk: DenseStack
  private let bias: Parameter<Float>
  private let components: Int

  /// A trunk of `layers` layers of `width`, for `components` numbers a point, with one bias for all.
  init(width: Int, layers: Int, components: Int, in set: inout ParameterSet<Float>) {
    trunk = DenseStack(
      "trunk", widths: [2] + [Int](repeating: width, count: layers), in: &set)
    bias = set.add("bias", shape: [1], .constant(0))
    self.components = components
  }

  /// Records the sum for `branch` [samples, components · width]: [samples, components, points].
  func callAsFunction(
    _ branch: Variable<Float>, at points: QueryPoints, in graph: SampleGraph
  ) -> Variable<Float> {
    let tape = graph.tape
    let rows = branch.sampleCount * components
    let features = graph.shared { trunk(points.coordinates, on: $0) }
    let sums = tape.channelDot(tape.reshaped(branch, to: [rows, branch.count / rows]), features)
    return tape.reshaped(
      tape.shifted(sums, by: tape.parameter(bias)),
      to: [branch.sampleCount, components, features.sampleCount])
  }
}
