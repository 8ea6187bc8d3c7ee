import Experiment
import Tensors

/// Samples as tensors by the names of the role.
struct FlowSamples: Sendable {
  let trajectories: [FlowTrajectory]
  let layout: FlowLayout
  let rules: FlowProtocol
  /// Frames of the longest case.
  private let longest: Int
  private let parameters: [[Float]]

  init(trajectories: [FlowTrajectory], layout: FlowLayout, rules: FlowProtocol) {
    self.trajectories = trajectories
    self.layout = layout
    self.rules = rules
    longest = trajectories.map(\.frameCount).max() ?? 1
    parameters = trajectories.map { $0.parameters.modelInput(rules.scoring, rules.track) }
  }

  /// What the task gives and asks.
  var role: Role {
    let velocity = Role.Slot(
      name: "velocity", shape: [2, layout.rows, layout.columns], unit: "m/s")
    let told: [Role.Slot] = [
      .init(name: "mask", shape: [1, layout.rows, layout.columns], unit: "1"),
      .init(name: "parameters", shape: [parameters.first?.count ?? 0], unit: "1"),
      .init(name: "time", shape: [1], unit: "1"),
    ]
    return Role(
      inputs: rules.track == .autoregressive ? [velocity] + told : told, outputs: [velocity])
  }

  /// The samples of the cases `indices`, case by case in time order.
  func samples(of indices: [Int]) -> [FlowSample] {
    indices.flatMap { index -> [FlowSample] in
      let trajectory = trajectories[index]
      return switch rules.track {
      case .autoregressive:
        (0..<rules.pairCount(of: trajectory)).map {
          FlowSample(trajectory: index, given: $0, asked: $0 + rules.frameStride)
        }
      case .direct:
        (0..<rules.frameCount(of: trajectory)).map {
          FlowSample(trajectory: index, given: 0, asked: $0)
        }
      }
    }
  }

  /// The inputs of `samples`.
  func inputs(_ samples: [FlowSample]) -> NamedTensors {
    inputs(samples, fields: samples.map { trajectories[$0.trajectory].frame($0.given) })
  }

  /// The inputs of `samples` with `fields` in the place of the frames given.
  func inputs(_ samples: [FlowSample], fields: [ArraySlice<Float>]) -> NamedTensors {
    let count = samples.count
    let masks = samples.flatMap { trajectories[$0.trajectory].boundary.mask }
    let told = samples.flatMap { parameters[$0.trajectory] }
    var tensors = [
      "mask": Tensor(shape: [count, 1, layout.rows, layout.columns], values: masks),
      "parameters": Tensor(shape: [count, parameters.first?.count ?? 0], values: told),
      "time": Tensor(shape: [count, 1], values: samples.map { time(of: $0.asked) }),
    ]
    if rules.track == .autoregressive { tensors["velocity"] = stacked(fields) }
    return NamedTensors(tensors)
  }

  /// The targets of `samples`.
  func targets(_ samples: [FlowSample]) -> NamedTensors {
    NamedTensors([
      "velocity": stacked(samples.map { trajectories[$0.trajectory].frame($0.asked) })
    ])
  }

  /// The time of a frame as models are told it: from 0 to 1 over the longest case when corrected, the
  /// number of the frame when published (D4).
  func time(of frame: Int) -> Float {
    switch rules.scoring {
    case .corrected: Float(Double(frame) / Double(max(1, longest - 1)))
    case .published: Float(frame)
    }
  }

  private func stacked(_ fields: [ArraySlice<Float>]) -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(fields.count * 2 * layout.cells)
    for field in fields { values.append(contentsOf: field) }
    return Tensor(shape: [fields.count, 2, layout.rows, layout.columns], values: values)
  }
}
