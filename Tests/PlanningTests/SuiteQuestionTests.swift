import Experiment
import Planning
import Testing

@Suite struct SuiteQuestionTests {
  private static func text(_ questions: String) -> String {
    Example.text.replacing("mse: power-error", with: "mse: power-error\n  nfe: power-error")
      + "\nquestions:\n" + questions
  }

  private func load(_ questions: String) throws -> Suite {
    try SuiteFile.load(
      text: Self.text(questions), name: "suite.yaml", catalogue: Example.catalogue)
  }

  private func mistakes(_ questions: String) -> String {
    do {
      _ = try load(questions)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func questionsAreReadWithTheirDefaults() throws {
    let suite = try load(
      """
        - {ask: saving, reference: still}
        - ask: contrast
          title: Waves against stillness
          first: [waves]
          second: [still]
          cost: {metric: mse, evaluation: one-step, split: validation}
      """)
    #expect(
      suite.questions == [
        .saving(
          reference: "still", cost: Quantity(metric: "nfe", evaluation: "solve"),
          settings: "tolerance"),
        .contrast(
          title: "Waves against stillness", first: ["waves"], second: ["still"],
          cost: Quantity(metric: "mse", evaluation: "one-step", split: "validation")),
      ])
    #expect(suite.suiteDescription.questions == suite.questions)
    // What is asked changes no cell.
    #expect(try !suite.plan(profile: .quick).resolvedSuite.contains("question"))
    #expect(try Example.suite().questions == [])
  }

  @Test(arguments: [
    (
      "  - {ask: saving, reference: stil}",
      "no model 'stil'; expected one of still, waves; write 'still' instead."
    ),
    (
      "  - {ask: contrast, title: T, first: [wave], second: [still]}",
      "no model 'wave'; expected one of still, waves; write 'waves' instead."
    ),
    (
      "  - {ask: contrast, title: T, first: [waves], second: [waves]}",
      "model 'waves' on both sides of a contrast; expected every model on one side; remove it from "
        + "one of them."
    ),
    (
      "  - {ask: savings, reference: still}",
      "no kind of question 'savings'; expected one of saving, contrast; write 'saving' instead."
    ),
    (
      "  - {reference: still}",
      "a question without 'ask'; expected the keys ask; add 'ask'."
    ),
    (
      "  - {ask: saving}",
      "a question about saving without 'reference'; expected the keys ask, reference; add "
        + "'reference'."
    ),
    (
      "  - {ask: saving, reference: still, cost: {metric: nfes, evaluation: solve}}",
      "no metric 'nfes'; expected one of mse, nfe, quartic; write 'nfe' instead."
    ),
  ])
  func everyMistakeIsToldWithItsPlace(question: String, sentence: String) {
    let found = mistakes(question)
    #expect(found.hasPrefix("suite.yaml:"), "\(found)")
    #expect(found.contains(": " + sentence), "\(found)")
    #expect(found.split(separator: "\n").count == 1, "\(found)")
  }

  @Test func theDefaultCostMustBeAMetricOfTheSuite() {
    let text = Example.text + "\nquestions: [{ask: saving, reference: still}]"
    let error = #expect(throws: SuiteFileErrors.self) {
      try SuiteFile.load(text: text, name: "s.yaml", catalogue: Example.catalogue)
    }
    #expect(error?.description.contains("no metric 'nfe'; expected one of mse, quartic") == true)
  }
}
