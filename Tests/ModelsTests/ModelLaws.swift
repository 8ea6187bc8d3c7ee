import Experiment
import Models
import Randomness
import Tensors
import Testing

/// What every entry of the shelf must do on a small task.
@Suite struct ModelLaws {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let budget = Budget(trainingSteps: 30, batchSize: 4)

  /// Every native one: a program of the user's own has laws of its own (ExternalModels).
  private static let names = ModelCatalogue.all.keys.sorted().filter { $0 != "external" }

  /// A model and a task that it is for.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let task: ToyTask

    var testDescription: String { "\(name) on \(task.name)" }
    var recipe: any ModelRecipe { get throws { try SmallRecipes.recipe(name) } }
  }

  /// Tasks of models that are not for plane flows.
  private static let others: [String: [ToyTask]] = [
    "neural-de": [
      .images(), .colours(), .trajectories(), .densities(), .series(), .interpolation(),
    ],
    "neural-sde": [.images(), .moments()],
  ]

  private static let cases = names.flatMap { name in
    (others[name] ?? [.flow()]).map { Case(name: name, task: $0) }
  }

  private func fitted(_ law: Case, seed: UInt64 = 1) throws -> (any Model, TrainingTrace) {
    let random = RandomStream(seed: seed)
    var model = try law.recipe.build(for: law.task.role, random: random)
    let trace = try model.fit(law.task.trainingSet, within: budget, random: random)
    return (model, trace)
  }

  @Test(arguments: cases) func predictionsHaveTheRolesShapesAndAreFinite(law: Case) throws {
    let role = law.task.role
    let model = try law.recipe.build(for: role, random: RandomStream(seed: 1))
    let outputs = try model.predict(law.task.inputs(3, 5))
    #expect(outputs.tensors.keys.sorted() == role.outputs.map(\.name).sorted())
    for slot in role.outputs {
      let tensor = try outputs.required(slot.name)
      #expect(tensor.shape == [3] + slot.shape)
      #expect(tensor.values.allSatisfy { $0.isFinite })
    }
  }

  @Test(arguments: cases) func theSameSeedGivesTheSameBits(law: Case) throws {
    let inputs = law.task.inputs(2, 5)
    let (first, firstTrace) = try fitted(law)
    let (second, secondTrace) = try fitted(law)
    #expect(try first.predict(inputs) == second.predict(inputs))
    #expect(firstTrace == secondTrace)
    guard first.parameterCount > 0 else { return }
    let (third, _) = try fitted(law, seed: 2)
    #expect(try first.predict(inputs) != third.predict(inputs))
  }

  @Test(arguments: cases) func trainingLowersTheError(law: Case) throws {
    let inputs = law.task.inputs(4, 2)
    func error(_ model: any Model) throws -> Double {
      try law.task.error(try model.predict(inputs), inputs)
    }
    let untrained = try law.recipe.build(for: law.task.role, random: RandomStream(seed: 1))
    let (model, trace) = try fitted(law)
    if untrained.parameterCount == 0 {
      #expect(try error(model) == error(untrained) && trace == TrainingTrace())
    } else {
      #expect(try error(model) < error(untrained))
      #expect(trace.steps == budget.trainingSteps && trace.stopped.isEmpty)
    }
  }

  @Test(arguments: cases) func aPredictionDoesNotDependOnTheOtherSamples(law: Case) throws {
    let (model, _) = try fitted(law)
    let inputs = law.task.inputs(5, 6)
    let together = try model.predict(inputs)
    for sample in 0..<5 {
      let alone = try model.predict(inputs.gathered(samples: [sample]))
      #expect(alone == together.gathered(samples: [sample]))
    }
  }

  @Test(arguments: cases) func inputsThatAreNotFiniteGiveNoCrash(law: Case) throws {
    let random = RandomStream(seed: 1)
    let role = law.task.role
    var model = try law.recipe.build(for: role, random: random)
    var inputs = law.task.inputs(4, 7)
    let targets = law.task.targets(inputs)
    for slot in role.inputs where slot.name != "mask" {
      inputs[slot.name] = Tensor(shape: [4] + slot.shape, repeating: .nan)
    }
    do {
      let trace = try model.fit(
        TrainingSet(
          inputs: inputs, targets: targets, validationInputs: NamedTensors(),
          validationTargets: NamedTensors()), within: budget, random: random)
      #expect(trace.curves.allSatisfy { $0.values.allSatisfy { $0.isFinite } })
      #expect(trace.stopped.isEmpty == (model.parameterCount == 0))
    } catch let failure as ModelFailure {
      // of a network around an equation, which says where its solve ended
      // where, unless numbers before the solve were none already
      #expect(failure.kind == .diverged && failure.reason.contains("not finite"))
    }
    let predicted = try model.predict(inputs).required(role.outputs[0].name)
    #expect(predicted.values.contains { !$0.isFinite })
  }

  @Test(arguments: names) func aRoleThatLacksInputsIsRefused(name: String) throws {
    let foreign = Role(
      inputs: [Role.Slot(name: "pressure", shape: [1, 4, 4], unit: "Pa")],
      outputs: [Role.Slot(name: "velocity", shape: [2, 4, 4], unit: "m/s")])
    let error = #expect(throws: AssayError.self) {
      try SmallRecipes.recipe(name).build(for: foreign, random: RandomStream(seed: 1))
    }
    #expect(error?.kind == .unmetRequirement)
  }
}
