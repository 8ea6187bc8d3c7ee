import Experiment
import Foundation
import Randomness
import Tensors

/// A model that behaves as it is told.
package struct ToyModel: ModelRecipe {
  /// What it does when it is to be fitted.
  package enum Behaviour: String, Codable, Sendable {
    case good, throwing, segmentationFault, abort, sleeping, spinning, hungry, absurdAllocation,
      overPool
    case printing, garbage, notFinite, grandchildren, leaves, exits
    /// Answers the same to every question.
    case deaf
  }

  package var behaviour = Behaviour.good
  package var seconds = 0.0

  package init() {}

  package func build(for role: Role, random: RandomStream) throws -> any Model {
    var stream = random.stream("init")
    return ToyModelState(recipe: self, weight: Float(stream.uniform(from: 1.5, to: 2.5)))
  }
}

struct ToyModelState: Model {
  let recipe: ToyModel
  var weight: Float
  var parameterCount: Int { 1 }

  mutating func fit(
    _ data: TrainingSet, within budget: Budget, random: RandomStream
  ) throws -> TrainingTrace {
    if recipe.seconds > 0 { Thread.sleep(forTimeInterval: recipe.seconds) }
    try misbehave()
    var noise = random.stream("noise")
    for _ in 0..<budget.trainingSteps { weight += Float(noise.normal()) / 1000 }
    return TrainingTrace(
      curves: [Curve(name: "training-loss", axis: "step", positions: [1, 2], values: [1, .nan])],
      steps: budget.trainingSteps)
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    let factor = recipe.behaviour == .notFinite ? Float.nan : weight
    let x = try inputs.required("x")
    if recipe.behaviour == .deaf {
      return NamedTensors(["y": Tensor(shape: x.shape, repeating: 1)])
    }
    return NamedTensors(["y": Tensor(shape: x.shape, values: x.values.map { factor * $0 })])
  }

  private func misbehave() throws {
    switch recipe.behaviour {
    case .good, .notFinite, .deaf: break
    case .throwing: throw ToyError(text: "the loss went away")
    case .segmentationFault: raise(SIGSEGV)
    case .abort: Foundation.abort()
    case .exits: exit(7)
    case .sleeping: Thread.sleep(forTimeInterval: 3600)
    case .spinning: spinOnTwoThreads()
    case .hungry: eat()
    case .absurdAllocation: print([Float](repeating: 1, count: 1 << 42).count)
    case .overPool: print(BufferPool<Float>(limitBytes: 1000).take(1000).count)
    case .printing: for line in 1...60 { print("line \(line)") }
    case .garbage: sendGarbage()
    case .grandchildren:
      startSleeper()
      raise(SIGSEGV)
    case .leaves: startSleeper()
    }
  }

  private func spinOnTwoThreads() {
    for _ in 0..<2 { Thread.detachNewThread { while true {} } }
    Thread.sleep(forTimeInterval: 3600)
  }

  private func eat() {
    var blocks: [[UInt8]] = []
    while true { blocks.append([UInt8](repeating: 1, count: 1 << 22)) }
  }

  /// Writes to every descriptor that is a socket, as a wild pointer might.
  private func sendGarbage() {
    for descriptor in Int32(3)..<4096 { send(descriptor, "garbage!garbage!", 16, 0) }
    Thread.sleep(forTimeInterval: 3600)
  }

  /// A child with a name to find it by; it prints its process id to the log.
  private func startSleeper() {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sleep")
    process.arguments = ["3600"]
    try? process.run()
    print("grandchild \(process.processIdentifier)")
  }
}
