import Autodiff
import Randomness
import Tensors

/// A tape over a fixed number of samples, with the places where their tensors are put.
public final class SampleGraph {
  private enum Side {
    case input
    case target
  }

  private struct Slot {
    let name: String
    let side: Side
    let variable: Variable<Float>
  }

  private struct Draw {
    let name: String
    let run: (inout RandomStream) -> Void
  }

  /// The tape.
  public let tape: Tape<Float>
  /// The number of samples in a pass.
  public let samples: Int
  private var slots: [Slot] = []
  private var draws: [Draw] = []

  /// An empty graph over `samples` samples.
  public init(_ mode: Tape<Float>.Mode, samples: Int, pool: BufferPool<Float> = BufferPool<Float>())
  {
    tape = Tape<Float>(mode, pool: pool)
    self.samples = samples
  }

  /// The place of the samples' input called `name`: [samples] + `shape`.
  public func input(_ name: String, shape: [Int]) -> Variable<Float> {
    place(name, shape: shape, .input)
  }

  /// The place of the samples' target called `name`: [samples] + `shape`.
  public func target(_ name: String, shape: [Int]) -> Variable<Float> {
    place(name, shape: shape, .target)
  }

  /// Asks for `draw` before each training step, with the stream called `name` of that step.
  public func beforeEachStep(_ name: String, _ draw: @escaping (inout RandomStream) -> Void) {
    draws.append(Draw(name: name, run: draw))
  }

  private func place(_ name: String, shape: [Int], _ side: Side) -> Variable<Float> {
    if let slot = slots.first(where: { $0.name == name && $0.side == side }) {
      precondition(
        slot.variable.shape == [samples] + shape, "'\(name)' is asked for in two shapes")
      return slot.variable
    }
    let variable = tape.constant([samples] + shape)
    slots.append(Slot(name: name, side: side, variable: variable))
    return variable
  }

  /// Copies the samples `indices` of `set` to their places.
  public func load(_ indices: [Int], of set: SampleSet) {
    precondition(indices.count == samples, "\(indices.count) samples for places of \(samples)")
    for slot in slots {
      let source = slot.side == .input ? set.inputs[slot.name] : set.targets[slot.name]
      guard let source, source.rowCount == slot.variable.elementsPerSample else {
        preconditionFailure("no tensor '\(slot.name)' for \(slot.variable.shape)")
      }
      copy(indices, of: source, to: slot.variable)
    }
  }

  private func copy(_ indices: [Int], of source: Tensor, to variable: Variable<Float>) {
    let width = source.rowCount
    source.values.withUnsafeBufferPointer { values in
      guard let first = values.baseAddress else { return }
      for (row, index) in indices.enumerated() {
        precondition(index >= 0 && (index + 1) * width <= values.count, "no sample \(index)")
        (variable.value + row * width).update(from: first + index * width, count: width)
      }
    }
  }

  func draw(step: Int, _ random: RandomStream) {
    for draw in draws {
      var stream = random.stream(draw.name).stream(step)
      draw.run(&stream)
    }
  }
}
