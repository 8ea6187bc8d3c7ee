import Experiment
import Planning
import Testing

@Suite struct ModelFileTests {
  private let text = """
    schema: 1
    id: mine
    title: Mine
    summary: A wider net.
    model: {wave-net: {width: 64}}
    profiles:
      quick: {width: 8}
    budgets:
      paper: {batchSize: 4}
    """

  private func load(_ text: String) throws -> SuiteModel {
    try ModelFile.load(text: text, name: "my.yaml", catalogue: Example.catalogue)
  }

  @Test func aUsersModelRunsAfterTheSuitesOwnInEveryProfile() throws {
    let suite = try Example.suite().adding(load(text))
    let quick = try suite.plan(profile: .quick, tasks: ["fast"], seeds: [0]).cells
    #expect(quick.map(\.identity.model) == ["still", "waves", "mine"])
    #expect(quick[2].model.parameters == #"{"learningRate":0.001,"modes":12,"width":8}"#)
    let paper = try #require(suite.plan(profile: .paper, models: ["mine"]).cells.first)
    #expect(paper.model.parameters == #"{"learningRate":0.001,"modes":12,"width":64}"#)
    #expect(paper.budget == Budget(trainingSteps: 1000, batchSize: 4))
    #expect(suite.suiteDescription.models.last?.summary == "A wider net.")
  }

  @Test func anIdThatTheSuiteHasIsRefused() throws {
    let model = try load(text.replacing("id: mine", with: "id: waves"))
    let error = #expect(throws: AssayError.self) { try Example.suite().adding(model) }
    #expect(
      error?.description == "model 'waves': the suite 'example' has a model of that id; expected "
        + "an id other than still, waves; rename the model in its file.")
  }

  @Test func mistakesAreToldAsInASuiteFile() {
    let errors = #expect(throws: SuiteFileErrors.self) {
      try load(text.replacing("model: {wave-net", with: "model: {wavenet"))
    }
    #expect(
      errors?.description == "my.yaml:5:9: no model recipe 'wavenet'; expected one of persistence, "
        + "wave-net; write 'wave-net' instead.")
  }
}
