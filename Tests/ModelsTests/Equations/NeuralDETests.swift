import Experiment
import Foundation
import Models
import Networks
import Randomness
import Tensors
import Testing

/// Networks around equations as models.
@Suite struct NeuralDETests {
  init() { BLAS.pinToOneThread() }

  private var small: NeuralDE {
    get throws { try #require(SmallRecipes.recipe("neural-de") as? NeuralDE) }
  }

  private func fitted(
    _ recipe: NeuralDE, _ task: ToyTask, steps: Int = 20, batch: Int = 4
  ) throws -> any AccountableModel {
    let random = RandomStream(seed: 1)
    var model = try recipe.build(for: task.role, random: random)
    _ = try model.fit(
      task.trainingSet, within: Budget(trainingSteps: steps, batchSize: batch), random: random)
    return try #require(model as? any AccountableModel)
  }

  @Test func theDefaultsHaveThePublishedNumbersOfParameters() throws {
    func count(_ recipe: NeuralDE, _ role: Role) throws -> Int {
      try recipe.build(for: role, random: RandomStream(seed: 1)).parameterCount
    }
    let images = Role(
      inputs: [Role.Slot(name: "image", shape: [1, 28, 28], unit: "1")],
      outputs: [Role.Slot(name: "logits", shape: [10], unit: "1")])
    var recipe = NeuralDE()
    #expect(try count(recipe, images) == 166_418)
    recipe.images.form = .paper2023
    #expect(try count(recipe, images) == 166_418)
    recipe.images.augmentedDimensions = 5
    // weights into the hidden layer, out of it and from the time, a bias, a weight for each class
    #expect(try count(recipe, images) == 166_418 + 5 * (100 + 100 + 1 + 1 + 10))
    #expect(try count(recipe, ToyTask.trajectories().role) == 2 * 50 + 50 + 50 * 2 + 2)
    // weights, biases, gate and drift: 2-16, 16-16, 16-2
    #expect(
      try count(recipe, ToyTask.densities().role)
        == (32 + 16 + 48) + (256 + 16 + 48) + (32 + 2 + 6))
  }

  @Test func theAccountHasWhatTheSolvesTook() throws {
    var recipe = try small
    recipe.equation.testTolerances = [0.1]
    recipe.equation.testFixedSteps = [4]
    let task = ToyTask.images()
    let model = try fitted(recipe, task)
    _ = try model.predict(task.inputs(5, 3))
    let account = try model.account()
    func values(_ name: String, _ evaluation: String) -> [Double] {
      account.entries.first { $0.name == name && $0.evaluation == evaluation }?.values
        .compactMap(\.number) ?? []
    }
    for (evaluation, count) in [("solve", 5), ("batch", 1), ("batch-double", 1)] {
      let (taken, thrown) = (
        values("accepted-steps", evaluation), values("rejected-steps", evaluation)
      )
      #expect(taken.count == count && values("stiffness", evaluation).count == count)
      // two for the first step size, the first stage, six for each step
      #expect(values("nfe", evaluation) == zip(taken, thrown).map { 3 + 6 * ($0 + $1) })
    }
    #expect(values("nfe", "training").count == 1 && values("backward-nfe", "training")[0] > 0)
    let names = Set(account.curves.map(\.name))
    for state in ["trained", "untrained"] {
      #expect(names.isSuperset(of: ["step-size/test/\(state)", "stiffness/test/\(state)"]))
    }
    #expect(model.variants.map(\.name) == ["tolerance-0.1", "fixed-4"])
    for (variant, nfe) in zip(model.variants, [nil, 4 * 6 + 1.0]) {
      _ = try variant.model.predict(task.inputs(2, 3))
      let told = try (variant.model as? any AccountableModel)?.account()
      let found = told?.entries.first { $0.name == "nfe" }?.values.compactMap(\.number) ?? []
      #expect(found.count == 2 && (nfe == nil || found == [nfe, nfe]))
    }
  }

  @Test func tolerancesBelowRoundingAreTold() throws {
    func facts(_ recipe: NeuralDE) throws -> [String: String] {
      let model = try recipe.build(for: ToyTask.images().role, random: RandomStream(seed: 1))
      return try #require(model as? any AccountableModel).facts
    }
    #expect(
      try facts(NeuralDE()) == [
        "tolerance": "1.4e-08 is below the machine epsilon of Float, 1.1920929e-07: rounding "
          + "decides which steps are accepted"
      ])
    #expect(try facts(small).isEmpty)
  }

  @Test func aSolveThatDoesNotFinishEndsTheTrainingAsDiverged() throws {
    var recipe = try small
    recipe.equation.tolerance = 1e-6
    recipe.equation.stepLimit = 1
    let failure = #expect(throws: ModelFailure.self) { try fitted(recipe, .images()) }
    #expect(failure?.kind == .diverged)
    #expect(failure?.reason.contains("tsit5: t = ") == true)
    #expect(failure?.reason.contains("step limit of 1 reached") == true)
  }

  @Test func aTrajectoryIsLearnt() throws {
    var recipe = try small
    (recipe.trajectories.hidden, recipe.learningRate) = (16, 0.01)
    recipe.equation.tolerance = 1e-4
    let task = ToyTask.trajectories()
    let model = try fitted(recipe, task, steps: 400, batch: 12)
    let inputs = task.inputs(12, 1)
    let states = try model.predict(inputs)
    // of 12 x 5 x 2 numbers of the size 1: a root mean square error of 0.02
    #expect(try task.error(states, inputs) < 120 * 0.02 * 0.02)
    // the initial state is one of those saved, to the bit
    let (initial, saved) = (try inputs.required("initial"), try states.required("states"))
    for sample in 0..<12 {
      #expect(
        initial.values[2 * sample..<2 * sample + 2].elementsEqual(
          saved.values[10 * sample..<10 * sample + 2]))
    }
  }

  @Test func aLearntDensityHasMassOne() throws {
    var recipe = try small
    recipe.equation.tolerance = 1e-5
    let task = ToyTask.densities()
    let model = try fitted(recipe, task, steps: 40, batch: 12)
    let (points, side) = (24, Float(6))
    let step = 2 * side / Float(points)
    let places = (0..<points).map { (Float($0) + 0.5) * step - side }
    let grid = places.flatMap { x in places.flatMap { y in [x, y] } }
    let answer = try model.predict(
      NamedTensors(["points": Tensor(shape: [points * points, 2], values: grid)]))
    let mass = try answer.required("log-density").values.reduce(0.0) {
      $0 + exp(Double($1)) * Double(step * step)
    }
    // midpoints half a deviation apart, and what a flow near the identity leaves outside of six
    #expect(abs(mass - 1) < 0.02, "\(mass)")
  }

  @Test func aRoleOfNoKindIsNamed() {
    let role = Role(
      inputs: [Role.Slot(name: "image", shape: [1, 4, 4], unit: "1")],
      outputs: [Role.Slot(name: "caption", shape: [9], unit: "1")])
    let error = #expect(throws: AssayError.self) {
      try NeuralDE().build(for: role, random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model neural-de: a role from image [1, 4, 4] to caption [9]; expected image to logits, \
        initial and times to states, points to log-density, values, mask and times to logits, or \
        these and asked to values; use the model in a task of the suite on neural differential \
        equations.
        """)
  }
}
