import Autodiff
import Experiment
import Networks
import Randomness
import Tensors

/// A model made of a network: fits by `Trainer`, predicts one sample at a time, so that no
/// prediction can depend on the other samples, not even in its last bit.
struct FittedNetwork<Network: FieldNetwork>: CheckpointedModel, InspectableModel, NetworkModel {
  let network: Network
  let training: TrainingChoices
  /// Parameters that the published code declares and counts but never uses; they are not stored.
  let unusedParameters: Int
  let role: Role
  let ledger = SolveLedger()
  private let graph: SampleGraph
  private let predictions: [String: Variable<Float>]

  init(
    _ network: Network, role: Role, training: TrainingChoices, unusedParameters: Int = 0
  ) {
    self.network = network
    self.unusedParameters = unusedParameters
    self.role = role
    self.training = training
    graph = SampleGraph(.inference, samples: 1)
    predictions = network.predictions(in: graph)
  }

  var parameterCount: Int { network.parameters.count + unusedParameters }
  var checkpoint: Checkpoint { network.parameters.checkpoint }

  var parameterGroups: [ParameterGroup] {
    network.parameters.parameters.map {
      ParameterGroup(name: $0.name, values: $0.value.values)
    }
  }

  func restore(_ checkpoint: Checkpoint) throws {
    graph.forgetShared()
    try network.parameters.restore(checkpoint)
  }

  mutating func fit(
    _ data: TrainingSet, within budget: Budget, random: RandomStream
  ) throws -> TrainingTrace {
    graph.forgetShared()
    if !graph.solves.isEmpty { ledger.untrained = checkpoint }
    var trainer = Trainer(
      steps: budget.trainingSteps, batchSize: budget.batchSize,
      learningRate: training.learningRate,
      schedule: training.schedule.schedule(steps: budget.trainingSteps))
    trainer.averaging = training.averaging
    trainer.optimiser = training.optimiser
    trainer.validationChecks = training.validationChecks
    let samples = try training.unrolling.samples(
      checked(data.inputs, role.inputs), checked(data.targets, role.outputs))
    let validation = try training.unrolling.samples(
      checked(data.validationInputs, role.inputs), checked(data.validationTargets, role.outputs))
    let resources = TrainingResources(memoryBytes: budget.memoryMebibytes << 20)
    let record = try trainer.fit(
      network, to: samples, validation: validation, random: random, with: resources)
    ledger.readings = record.readings
    // Where an equation stopped being solved is worth more than the predictions of what came before.
    if record.isDiverged, !graph.solves.isEmpty {
      throw ModelFailure(.diverged, record.stopped)
    }
    return record.trace
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    let samples = SampleSet(inputs: try checked(inputs, role.inputs))
    ledger.add(samples)
    var values: [String: [Float]] = [:]
    for sample in 0..<samples.count {
      graph.load([sample], of: samples)
      graph.forward()
      ledger.add(graph.solves)
      for (name, variable) in predictions {
        values[name, default: []] += UnsafeBufferPointer(
          start: variable.value, count: variable.count)
      }
    }
    var outputs = NamedTensors()
    for slot in role.outputs where predictions[slot.name] != nil {
      outputs[slot.name] = Tensor(
        shape: [samples.count] + slot.shape, values: values[slot.name] ?? [])
    }
    return outputs
  }

  /// The tensors of `slots`, each with the role's shape; of an empty set, none.
  private func checked(
    _ tensors: NamedTensors, _ slots: [Role.Slot]
  ) throws -> [String: Tensor] {
    guard tensors.sampleCount > 0 else { return [:] }
    var chosen: [String: Tensor] = [:]
    for slot in slots {
      let tensor = try tensors.required(slot.name)
      guard tensor.shape == [tensors.sampleCount] + slot.shape else {
        throw AssayError(
          .badInput, where: "tensor '\(slot.name)'", found: "the shape \(tensor.shape)",
          expected: "\([tensors.sampleCount] + slot.shape)",
          remedy: "give the tensors that the task's role describes")
      }
      chosen[slot.name] = tensor
    }
    return chosen
  }
}
