import Experiment
import Planning
import Testing

@Suite struct PlanTests {
  @Test func cellsFollowTheOrderOfTaskModelAndSeedInTheFile() throws {
    let plan = try Example.suite().plan(profile: .quick)
    #expect(
      plan.cells.map { "\($0.identity)" } == [
        "example/fast/still/seed 0/quick", "example/fast/still/seed 1/quick",
        "example/fast/waves/seed 0/quick", "example/fast/waves/seed 1/quick",
        "example/slow/still/seed 0/quick", "example/slow/still/seed 1/quick",
        "example/slow/waves/seed 0/quick", "example/slow/waves/seed 1/quick",
      ])
  }

  @Test func aProfileKeepsTheOrderOfTheSuiteWhateverItsOwnListSays() throws {
    let plan = try Example.suite().plan(profile: .paper)
    #expect(
      plan.cells.map { "\($0.identity)" } == [
        "example/slow/still/seed 7/paper", "example/slow/waves/seed 7/paper",
      ])
  }

  @Test func aTaskRunsTheModelsThatItNamesAndThoseOfTheUser() throws {
    let text = Example.text.replacing("- id: fast\n", with: "- id: fast\n    models: [waves]\n")
    let suite = try SuiteFile.load(text: text, name: "suite.yaml", catalogue: Example.catalogue)
    #expect(
      try suite.plan(profile: .quick, seeds: [0]).cells.map { "\($0.identity)" } == [
        "example/fast/waves/seed 0/quick", "example/slow/still/seed 0/quick",
        "example/slow/waves/seed 0/quick",
      ])
  }

  @Test func filtersSelectAndNeverReorder() throws {
    let plan = try Example.suite().plan(
      profile: .quick, tasks: ["slow", "fast"], models: ["waves"], seeds: [4])
    #expect(
      plan.cells.map { "\($0.identity)" } == [
        "example/fast/waves/seed 4/quick", "example/slow/waves/seed 4/quick",
      ])
  }

  @Test func overlaysOfAProfileLieOverTheTaskOverTheDefaults() throws {
    let cell = try #require(try Example.suite().plan(profile: .quick, tasks: ["fast"]).cells.first)
    #expect(
      cell.task
        == RecipeUse(
          name: "sweep-task",
          parameters: #"{"caseLimit":20,"grid":{"cells":32,"spacing":0.25},"interval":1,"#
            + #""label":"plain","shuffled":true,"split":{"published":{}},"#
            + #""sweeps":["speed","viscosity"]}"#))
  }

  @Test func aModelKeepsItsDefaultsWhereItsProfileSaysNothing() throws {
    let suite = try Example.suite()
    let uses = try [Profile.quick, .paper].map {
      try #require(suite.plan(profile: $0, models: ["waves"]).cells.first).model.parameters
    }
    #expect(
      uses == [
        #"{"learningRate":0.001,"modes":8,"width":16}"#,
        #"{"learningRate":0.001,"modes":8,"width":32}"#,
      ])
  }

  @Test func budgetsLieOverTheProfilesBudgetOverTheDefaults() throws {
    let cells = try Example.suite().plan(profile: .quick, tasks: ["slow"], seeds: [0]).cells
    #expect(
      cells.map(\.budget) == [
        Budget(trainingSteps: 200, wallSeconds: 30), Budget(trainingSteps: 50, wallSeconds: 30),
      ])
  }

  @Test func aCellHasTheMetricsOfItsTaskAlone() throws {
    let cells = try Example.suite().plan(profile: .quick, models: ["still"], seeds: [0]).cells
    #expect(cells.map { $0.metrics.map(\.name) } == [["mse", "quartic"], ["mse"]])
    #expect(
      cells[0].metrics.map(\.use) == [
        RecipeUse(name: "power-error", parameters: #"{"exponent":2}"#),
        RecipeUse(name: "power-error", parameters: #"{"exponent":4}"#),
      ])
  }

  @Test func theResolvedSuiteDoesNotDependOnFilters() throws {
    let suite = try Example.suite()
    let whole = try suite.plan(profile: .quick)
    let part = try suite.plan(profile: .quick, models: ["still"], seeds: [9])
    #expect(whole.resolvedSuite == part.resolvedSuite)
    #expect(try whole.resolvedSuite != suite.plan(profile: .paper).resolvedSuite)
    #expect(whole.resolvedSuite.hasPrefix(#"{"id":"example","metrics":[{"name":"mse","use":"#))
  }

  @Test func theDescriptionHasAllTasksModelsAndMetrics() throws {
    let description = try Example.suite().plan(profile: .paper).suite
    #expect(description.tasks.map(\.id) == ["fast", "slow"])
    #expect(
      description.tasks[0].primary == [
        Quantity(metric: "mse", evaluation: "one-step"),
        Quantity(metric: "quartic", evaluation: "rollout", split: "validation"),
      ])
    #expect(description.models.map(\.title) == ["Still", "Waves"])
    #expect(
      description.metrics == ["mse": PowerError.definition, "quartic": PowerError.definition])
  }

  @Test(arguments: [
    (
      ["fsat"], [],
      "suite 'example', profile 'quick': no task 'fsat'; expected one of fast, slow; "
        + "write 'fast' instead."
    ),
    (
      [], ["unet"],
      "suite 'example', profile 'quick': no model 'unet'; expected one of still, waves; "
        + "choose one of these."
    ),
  ])
  func anUnknownNameInAFilterNamesTheNearest(
    tasks: [String], models: [String], sentence: String
  ) throws {
    let suite = try Example.suite()
    let error = #expect(throws: AssayError.self) {
      try suite.plan(profile: .quick, tasks: tasks, models: models)
    }
    #expect(error?.description == sentence)
  }

  @Test func aTaskOutsideTheProfileIsToldApartFromAnUnknownOne() throws {
    let suite = try Example.suite()
    let error = #expect(throws: AssayError.self) {
      try suite.plan(profile: .paper, tasks: ["fast"])
    }
    #expect(
      error?.description
        == "suite 'example', profile 'paper': task 'fast' is not part of this profile; "
        + "expected slow; choose a profile that has it, or leave it out.")
  }

  @Test func aProfileThatTheSuiteDoesNotDeclareIsRefused() throws {
    let suite = try Example.suite()
    let error = #expect(throws: AssayError.self) { try suite.plan(profile: .standard) }
    #expect(
      error?.description
        == "suite 'example': no profile 'standard'; expected one of quick, paper; "
        + "choose a profile that the suite declares.")
  }

  @Test(arguments: [([-1], "the negative seed -1"), ([3, 3], "seed 3 twice")])
  func badSeedsAreRefused(seeds: [Int], found: String) throws {
    let suite = try Example.suite()
    let error = #expect(throws: AssayError.self) { try suite.plan(profile: .quick, seeds: seeds) }
    #expect(
      error?.description
        == "suite 'example', seeds: \(found); expected different integers from 0 up; "
        + "list every seed once.")
  }
}
