import Experiment
import Models
import Randomness
import Tensors
import Testing

/// What every entry of the shelf must do on a small task.
@Suite struct ModelLaws {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  // the smallest height that four halvings leave a pixel of
  private let role = ToyFlow.role(height: 16, width: 17)
  private let budget = Budget(trainingSteps: 30, batchSize: 4)

  /// Every native one: a program of the user's own has laws of its own (ExternalModels).
  private static let names = ModelCatalogue.all.keys.sorted().filter { $0 != "external" }

  private func recipe(_ name: String) throws -> any ModelRecipe { try SmallRecipes.recipe(name) }

  private func fitted(_ name: String, seed: UInt64 = 1) throws -> (any Model, TrainingTrace) {
    let random = RandomStream(seed: seed)
    var model = try recipe(name).build(for: role, random: random)
    let trace = try model.fit(ToyFlow.trainingSet(role), within: budget, random: random)
    return (model, trace)
  }

  @Test(arguments: names) func predictionsHaveTheRolesShapesAndAreFinite(name: String) throws {
    let model = try recipe(name).build(for: role, random: RandomStream(seed: 1))
    let outputs = try model.predict(ToyFlow.inputs(role, samples: 3, seed: 5))
    #expect(outputs.tensors.keys.sorted() == role.outputs.map(\.name).sorted())
    for slot in role.outputs {
      let tensor = try outputs.required(slot.name)
      #expect(tensor.shape == [3] + slot.shape)
      #expect(tensor.values.allSatisfy { $0.isFinite })
    }
  }

  @Test(arguments: names) func theSameSeedGivesTheSameBits(name: String) throws {
    let inputs = ToyFlow.inputs(role, samples: 2, seed: 5)
    let (first, firstTrace) = try fitted(name)
    let (second, secondTrace) = try fitted(name)
    #expect(try first.predict(inputs) == second.predict(inputs))
    #expect(firstTrace == secondTrace)
    guard first.parameterCount > 0 else { return }
    let (third, _) = try fitted(name, seed: 2)
    #expect(try first.predict(inputs) != third.predict(inputs))
  }

  @Test(arguments: names) func trainingLowersTheError(name: String) throws {
    let inputs = ToyFlow.inputs(role, samples: 4, seed: 2)
    let wanted = try ToyFlow.targets(inputs).required("velocity")
    let mask = try inputs.required("mask")
    func error(_ model: any Model) throws -> Double {
      let found = try model.predict(inputs).required("velocity")
      let points = mask.rowCount
      return zip(found.values, wanted.values).enumerated().reduce(0) { sum, entry in
        let sample = entry.offset / (2 * points)
        let weight = Double(mask.values[sample * points + entry.offset % points])
        let difference = Double(entry.element.0) - Double(entry.element.1)
        return sum + weight * difference * difference
      }
    }
    let untrained = try recipe(name).build(for: role, random: RandomStream(seed: 1))
    let (model, trace) = try fitted(name)
    if untrained.parameterCount == 0 {
      #expect(try error(model) == error(untrained) && trace == TrainingTrace())
    } else {
      #expect(try error(model) < error(untrained))
      #expect(trace.steps == budget.trainingSteps && trace.stopped.isEmpty)
    }
  }

  @Test(arguments: names) func aPredictionDoesNotDependOnTheOtherSamples(name: String) throws {
    let (model, _) = try fitted(name)
    let inputs = ToyFlow.inputs(role, samples: 5, seed: 6)
    let together = try model.predict(inputs)
    for sample in 0..<5 {
      let alone = try model.predict(inputs.gathered(samples: [sample]))
      #expect(alone == together.gathered(samples: [sample]))
    }
  }

  @Test(arguments: names) func inputsThatAreNotFiniteGiveNoCrash(name: String) throws {
    let random = RandomStream(seed: 1)
    var model = try recipe(name).build(for: role, random: random)
    var inputs = ToyFlow.inputs(role, samples: 4, seed: 7)
    let targets = ToyFlow.targets(inputs)
    for slot in role.inputs where slot.name != "mask" {
      inputs[slot.name] = Tensor(shape: [4] + slot.shape, repeating: .nan)
    }
    let trace = try model.fit(
      TrainingSet(
        inputs: inputs, targets: targets, validationInputs: NamedTensors(),
        validationTargets: NamedTensors()), within: budget, random: random)
    #expect(trace.curves.allSatisfy { $0.values.allSatisfy { $0.isFinite } })
    #expect(trace.stopped.isEmpty == (model.parameterCount == 0))
    let predicted = try model.predict(inputs).required("velocity")
    #expect(predicted.values.contains { !$0.isFinite })
  }

  @Test(arguments: names) func aRoleThatLacksInputsIsRefused(name: String) throws {
    let foreign = Role(
      inputs: [Role.Slot(name: "pressure", shape: [1, 4, 4], unit: "Pa")],
      outputs: [Role.Slot(name: "velocity", shape: [2, 4, 4], unit: "m/s")])
    let error = #expect(throws: AssayError.self) {
      try recipe(name).build(for: foreign, random: RandomStream(seed: 1))
    }
    #expect(error?.kind == .unmetRequirement)
  }
}
