import Experiment
import Models
import Randomness
import Testing

/// The numbers of parameters that follow from the layers of CFDBench's code.
@Suite struct PublishedSizeTests {
  struct Problem: CustomTestStringConvertible, Sendable {
    let name: String
    let height: Int
    let width: Int
    let parameters: Int

    var testDescription: String { name }
  }

  private static let problems = [
    Problem(name: "cavity", height: 64, width: 64, parameters: 5),
    Problem(name: "tube and dam", height: 66, width: 65, parameters: 5),
    Problem(name: "cylinder", height: 66, width: 65, parameters: 8),
  ]

  /// In the order of the problems; real scalars, with those that the published code never uses.
  private static let published: [String: [Int]] = [
    "ffn": [71_701, 71_701, 72_001],
    "deep-o-net": [142_501, 142_501, 142_801],
    "auto-ffn": [1_102_401, 1_141_201, 1_141_801],
    "auto-deep-o-net": [551_901, 571_301, 571_601],
    "auto-e-deep-o-net": [622_701, 642_101, 642_401],
    "auto-deep-o-net-cnn": [742_730, 742_730, 745_130],
    "res-net": [534_696, 534_696, 544_152],
    "u-net": [1_095_038, 1_095_038, 1_095_362],
    // a complex number counted once: 1,179,648 less
    "fno": [2_368_354, 2_368_354, 2_368_450],
  ]

  @Test(arguments: published.keys.sorted())
  func theDefaultsHaveThePublishedNumberOfParameters(name: String) throws {
    let type = try #require(ModelCatalogue.all[name])
    for (problem, count) in zip(Self.problems, try #require(Self.published[name])) {
      let role = ToyFlow.role(
        height: problem.height, width: problem.width, parameters: problem.parameters)
      let model = try type.init().build(for: role, random: RandomStream(seed: 1))
      #expect(model.parameterCount == count, "\(name) \(problem.name)")
    }
  }

  @Test(arguments: ["ffn", "deep-o-net"])
  func directModelsNeedNoVelocityAmongTheInputs(name: String) throws {
    let type = try #require(ModelCatalogue.all[name])
    let role = ToyFlow.role(isDirect: true)
    let model = try type.init().build(for: role, random: RandomStream(seed: 1))
    let predicted = try model.predict(ToyFlow.inputs(role, samples: 2, seed: 3))
    #expect(try predicted.required("velocity").shape == [2, 2, 8, 9])
  }

  private static let stepping = ModelCatalogue.all.keys.sorted().filter {
    !["ffn", "deep-o-net", "identity", "external", "neural-de", "neural-sde"].contains($0)
  }

  @Test(arguments: stepping) func othersSayThatTheyNeedIt(name: String) throws {
    let error = #expect(throws: AssayError.self) {
      try SmallRecipes.recipe(name).build(
        for: ToyFlow.role(height: 16, width: 17, isDirect: true), random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model \(name): a role with the inputs mask, parameters, time; expected an input called \
        'velocity'; use the model in a task that predicts the next velocity from the last.
        """)
  }

  @Test(arguments: ["ffn", "deep-o-net"]) func directModelsSayThatTheyNeedTheTime(name: String) {
    let full = ToyFlow.role(isDirect: true)
    let timeless = Role(inputs: Array(full.inputs.dropLast()), outputs: full.outputs)
    let error = #expect(throws: AssayError.self) {
      try SmallRecipes.recipe(name).build(for: timeless, random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model \(name): a role with the inputs mask, parameters; expected an input called 'time'; \
        use the model in a task that tells the time of the frame it asks for.
        """)
  }

  @Test(arguments: ["u-net", "auto-deep-o-net-cnn", "pde-refiner"])
  func gridsThatCannotBeHalvedFourTimesAreRefused(name: String) throws {
    let error = #expect(throws: AssayError.self) {
      try SmallRecipes.recipe(name).build(for: ToyFlow.role(), random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model \(name): a grid of 8x9; expected at least 16 points a side, which are halved from \
        level to level; use a finer grid.
        """)
  }
}
