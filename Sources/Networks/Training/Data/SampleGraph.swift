import Autodiff
import Randomness
import Tensors

/// A tape over a fixed number of samples, with the places where their tensors are put.
public final class SampleGraph {
  /// Whose random numbers a draw makes.
  public enum DrawScope: Sendable {
    /// Each sample its own: shards draw one after the other from one stream, as a whole batch would.
    case samples
    /// The same for all samples: every shard draws from the beginning of the stream.
    case batch
  }

  enum Side {
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
    let scope: DrawScope
    let run: (inout RandomStream) -> Void
  }

  /// The tape.
  public let tape: Tape<Float>
  /// The number of samples in a pass.
  public let samples: Int
  /// Optimiser steps of the training that the graph belongs to; 0 outside of one.
  public let trainingSteps: Int
  private var slots: [Slot] = []
  private var draws: [Draw] = []
  private var beginnings: [(Int) -> Void] = []
  private var readings: [() -> Void] = []
  /// The solves that are watched.
  public private(set) var solves: [any RecordedSolve] = []
  private var shared: [() -> Void] = []
  private var isSharedKnown = false

  /// An empty graph over `samples` samples.
  public convenience init(
    _ mode: Tape<Float>.Mode, samples: Int, pool: BufferPool<Float> = BufferPool<Float>()
  ) {
    self.init(on: Tape<Float>(mode, pool: pool), samples: samples)
  }

  /// A graph over `samples` samples that is recorded on `tape`.
  init(on tape: Tape<Float>, samples: Int, trainingSteps: Int = 0) {
    self.tape = tape
    self.samples = samples
    self.trainingSteps = trainingSteps
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
  public func beforeEachStep(
    _ name: String, for scope: DrawScope = .samples,
    _ draw: @escaping (inout RandomStream) -> Void
  ) {
    draws.append(Draw(name: name, scope: scope, run: draw))
  }

  /// Asks for `change` before each training step, with its number from 0, for what follows a course over
  /// the training.
  public func beforeEachStep(_ change: @escaping (Int) -> Void) { beginnings.append(change) }

  /// Asks for `read` whenever samples have been put in their places, before any draw: for what depends on
  /// their numbers and is not on the tape, such as the times of a solve.
  public func whenLoaded(_ read: @escaping () -> Void) { readings.append(read) }

  /// Makes what `solve` does in each pass known, to the trainer's record among others.
  public func watch(_ solve: any RecordedSolve) { solves.append(solve) }

  /// What `record` makes of parameters and constants alone, and so the same for all samples and passes.
  ///
  /// A graph for training records it as anything else. One for inference computes it on a tape of its
  /// own with the first pass, and again only after `forgetShared()`.
  public func shared(_ record: (Tape<Float>) -> Variable<Float>) -> Variable<Float> {
    guard tape.mode == .inference else { return record(tape) }
    let own = Tape<Float>(.inference, pool: tape.pool)
    let result = record(own)
    let kept = tape.constant(result.shape)
    shared.append {
      own.forward()
      kept.value.update(from: result.value, count: result.count)
    }
    return kept
  }

  /// To be called when parameters have changed, before the next pass.
  public func forgetShared() { isSharedKnown = false }

  /// Computes all that is recorded.
  public func forward() {
    if !isSharedKnown {
      for compute in shared { compute() }
      isSharedKnown = true
    }
    tape.forward()
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
  public func load(_ indices: [Int], of set: SampleSet) { load(indices[...], of: set) }

  func load(_ indices: ArraySlice<Int>, of set: SampleSet) {
    precondition(indices.count == samples, "\(indices.count) samples for places of \(samples)")
    for slot in slots {
      let source = slot.side == .input ? set.inputs[slot.name] : set.targets[slot.name]
      guard let source, source.rowCount == slot.variable.elementsPerSample else {
        preconditionFailure("no tensor '\(slot.name)' for \(slot.variable.shape)")
      }
      copy(indices, of: source, to: slot.variable)
    }
    for read in readings { read() }
  }

  /// Copies what lies in the places of `other`, a graph over as many samples, to the places of the same
  /// name here.
  public func takeSamples(of other: SampleGraph) {
    precondition(other.samples == samples, "\(other.samples) samples for places of \(samples)")
    for slot in slots {
      let source = other.slots.first { $0.name == slot.name && $0.side == slot.side }
      guard let source, source.variable.shape == slot.variable.shape else {
        preconditionFailure("no place '\(slot.name)' of \(slot.variable.shape) to copy from")
      }
      slot.variable.value.update(from: source.variable.value, count: slot.variable.count)
    }
    for read in readings { read() }
  }

  private func copy(_ indices: ArraySlice<Int>, of source: Tensor, to variable: Variable<Float>) {
    let width = source.rowCount
    source.values.withUnsafeBufferPointer { values in
      guard let first = values.baseAddress else { return }
      for (row, index) in indices.enumerated() {
        precondition(index >= 0 && (index + 1) * width <= values.count, "no sample \(index)")
        (variable.value + row * width).update(from: first + index * width, count: width)
      }
    }
  }

  /// The numbers of the sample at `position` in the place called `name`.
  func place(_ name: String, _ side: Side, _ position: Int) -> UnsafeMutableBufferPointer<Float> {
    guard let slot = slots.first(where: { $0.name == name && $0.side == side }) else {
      return UnsafeMutableBufferPointer(start: nil, count: 0)
    }
    let count = slot.variable.elementsPerSample
    return UnsafeMutableBufferPointer(start: slot.variable.value + position * count, count: count)
  }

  /// Does what was asked for before step `step`.
  func begin(_ step: Int) {
    for change in beginnings { change(step) }
  }

  /// Draws what was asked for before each step. `streams` are those of the step, one a draw; the shards
  /// of a batch hand them on.
  func draw(_ streams: inout [RandomStream]) {
    for (index, draw) in draws.enumerated() {
      switch draw.scope {
      case .samples: draw.run(&streams[index])
      case .batch:
        var stream = streams[index]
        draw.run(&stream)
      }
    }
  }

  /// Puts the streams of the draws at `step` into `streams`.
  func open(_ streams: inout [RandomStream], at step: Int, _ random: RandomStream) {
    streams.removeAll(keepingCapacity: true)
    for draw in draws { streams.append(random.stream(draw.name).stream(step)) }
  }
}
