import Experiment
import Planning
import TestSupport
import Testing

/// Every sentence is compared whole: where, what was found, what was expected, what to do.
@Suite struct SuiteFileTests {
  @Test(arguments: [
    // Form: unknown, missing and ill-typed keys.
    (
      "title: Example\n", "titel: Example\n",
      """
      suite.yaml:1:1: a suite file without 'title'; expected the keys schema, id, title, summary, \
      reference, metrics, tasks, models, profiles; add 'title'.
      suite.yaml:3:1: a suite file has no key 'titel'; expected one of schema, id, title, summary, \
      reference, metrics, tasks, models, profiles, questions; write 'title' instead.
      """
    ),
    (
      "{modes: 8}", "{mods: 8}",
      """
      suite.yaml:34:24: wave-net has no parameter 'mods'; expected one of modes, width, \
      learningRate; write 'modes' instead.
      """
    ),
    (
      "quick: {width: 16}", "quick: {colour: 16}",
      """
      suite.yaml:36:15: wave-net has no parameter 'colour'; expected one of modes, width, \
      learningRate; remove it.
      """
    ),
    (
      "grid: {spacing: 0.25}", "grid: {sapcing: 0.25}",
      """
      suite.yaml:19:37: 'grid' of sweep-task has no parameter 'sapcing'; expected one of cells, \
      spacing; write 'spacing' instead.
      """
    ),
    (
      "{modes: 8}", "{modes: wide}",
      """
      suite.yaml:34:31: 'wide' for 'modes' of wave-net; expected an integer; correct the value.
      """
    ),
    (
      "{modes: 8}", "{modes: \"8\"}",
      """
      suite.yaml:34:31: '8' for 'modes' of wave-net; expected an integer; correct the value.
      """
    ),
    (
      "{modes: 8}", "{learningRate: .nan}",
      """
      suite.yaml:34:38: '.nan' for 'learningRate' of wave-net; expected a number; correct the value.
      """
    ),
    (
      "sweeps: [speed, viscosity]", "sweeps: [speed, viscosty]",
      """
      suite.yaml:13:41: 'viscosty' for an entry of 'sweeps' of sweep-task; expected one of speed, \
      viscosity; write 'viscosity' instead.
      """
    ),
    (
      "sweeps: [speed, viscosity]", "sweeps: speed",
      """
      suite.yaml:13:33: 'speed' for 'sweeps' of sweep-task; expected a list, each entry one of \
      speed, viscosity; write [speed].
      """
    ),
    (
      "title: Example\n", "title: 2024\n",
      """
      suite.yaml:3:8: '2024' for 'title'; expected a text; put it in quotes if it is meant as a text.
      """
    ),
    (
      "title: Example\n", "title:\n",
      "suite.yaml:3:7: nothing for 'title'; expected a text; correct the value."
    ),
    (
      "schema: 1", "schema: 2",
      "suite.yaml:1:9: schema 2; expected schema 1; update the program."
    ),
    (
      "quick: {trainingSteps: 50}", "quick: {trainingSteps: -5, batchSize: 0}",
      """
      suite.yaml:38:30: -5 for 'trainingSteps' of the budget; expected 0 or more; correct the value.
      suite.yaml:38:45: 0 for 'batchSize' of the budget; expected 1 or more; correct the value.
      """
    ),
    // Meaning: names, ids, selections.
    (
      "model: persistence", "model: persistance",
      """
      suite.yaml:30:12: no model recipe 'persistance'; expected one of persistence, wave-net; \
      write 'persistence' instead.
      """
    ),
    (
      "mse: power-error", "mse: {}",
      """
      suite.yaml:7:8: a mapping for a metric; expected a name, or one name with its parameters; \
      write 'name' or '{name: {parameter: value}}'.
      """
    ),
    (
      "id: slow", "id: fast",
      """
      suite.yaml:20:9: task 'fast' twice; expected every task once; rename or remove one of them.
      suite.yaml:47:13: no task 'slow'; expected fast; declare it or choose one of these.
      """
    ),
    (
      "id: waves", "id: Big Waves",
      """
      suite.yaml:31:9: the id 'Big Waves'; expected lower-case letters, digits and single hyphens; \
      rename it, as in 'cavity-bc'.
      suite.yaml:48:14: no model 'waves'; expected one of still, Big Waves; declare it or choose one \
      of these.
      """
    ),
    (
      "metrics: [mse, quartic]", "metrics: [mse]",
      """
      suite.yaml:17:18: no metric of this task 'quartic'; expected mse; declare it or choose one of \
      these.
      """
    ),
    (
      "metrics: [mse, quartic]", "metrics: [mes, quartic]",
      """
      suite.yaml:14:15: no metric 'mes'; expected one of mse, quartic; write 'mse' instead.
      """
    ),
    (
      "seeds: [7]", "seeds: []",
      "suite.yaml:46:12: an empty list for 'seeds'; expected at least one entry; add an entry."
    ),
    (
      "seeds: [0, 1]", "seeds: [1, 1, -2]",
      """
      suite.yaml:41:16: seed '1' twice; expected every seed once; rename or remove one of them.
      suite.yaml:41:19: the negative seed -2; expected an integer from 0 up; correct the value.
      """
    ),
    (
      "  paper:\n", "  papr:\n",
      """
      suite.yaml:45:3: no profile 'papr'; expected one of quick, standard, paper; write 'paper' \
      instead.
      """
    ),
    (
      "      quick: {caseLimit: 20, grid: {spacing: 0.25}}", "      standard: {caseLimit: 20}",
      """
      suite.yaml:19:7: no profile 'standard'; expected one of quick, paper; declare it or choose \
      one of these.
      """
    ),
    (
      "tasks: [slow]", "tasks: slow",
      """
      suite.yaml:47:12: 'slow' for 'tasks'; expected 'all' or a list of ids; write 'all' or [fast, \
      slow].
      """
    ),
    (
      "{metric: quartic, evaluation: rollout, split: validation}",
      "{metric: mse, evaluation: one-step}",
      """
      suite.yaml:17:9: a primary quantity twice; expected every quantity once; remove one of them.
      """
    ),
    // Values that only the recipe's own decoder refuses.
    (
      "quick: {width: 16}", "quick: {width: 17}",
      """
      suite.yaml:36:22: the odd width 17; expected a valid value of 'width' of wave-net; correct \
      the value.
      """
    ),
    // Text that is no YAML.
    (
      "title: Example\n", "title: Example\ntitle: Twice\n",
      """
      suite.yaml:3:1: a mapping with the key 'title' twice; expected every key once; remove one of \
      them.
      """
    ),
    (
      "metrics: [mse]", "metrics: [mse",
      """
      suite.yaml:25:12: did not find expected ',' or ']'; expected one YAML document; correct the \
      indentation or the punctuation.
      """
    ),
  ])
  func everyMistakeIsToldWithItsPlaceAndRemedy(old: String, new: String, sentences: String) {
    #expect(Example.mistakes(old, new) == sentences)
  }

  @Test func allMistakesOfAFileComeTogetherInTheirOrder() throws {
    let text = Example.text
      .replacing("model: persistence", with: "model: persist")
      .replacing("caseLimit: 20", with: "caseLimits: 20")
      .replacing("exponent: 4", with: "exponent: four")
    let errors = #expect(throws: SuiteFileErrors.self) {
      try SuiteFile.load(text: text, name: "s.yaml", catalogue: Example.catalogue)
    }
    #expect(
      errors?.mistakes.map(\.location) == ["s.yaml:8:37", "s.yaml:19:15", "s.yaml:30:12"])
    #expect(errors?.mistakes.allSatisfy { $0.kind == .badInput } == true)
  }

  @Test func aWholeNumberServesForANumberButNotTheOtherWayRound() throws {
    #expect(Example.mistakes("{modes: 8}", "{learningRate: 1}") == "")
    #expect(Example.mistakes("{modes: 8}", "{learningRate: 1e-4}") == "")
    #expect(Example.mistakes("{modes: 8}", "{modes: 8.0}") != "")
  }

  @Test func aParameterThatIsAnEnumWithPayloadIsReplacedWhole() throws {
    let suite = try Example.suite("grid: {cells: 32}", "split: {fraction: {_0: 0.5}}")
    let parameters = try #require(suite.tasks[0].recipes[.paper]).parameters
    #expect(parameters.contains(#""split":{"fraction":{"_0":0.5}}"#))
  }

  @Test func theIdMustBeTheNameOfTheFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Example.text, to: "Suites/other/suite.yaml")
    let errors = #expect(throws: SuiteFileErrors.self) {
      try SuiteFile.load(file, catalogue: Example.catalogue)
    }
    #expect(
      errors?.description == "\(file.path):2:5: the id 'example'; expected 'other', the name of "
        + "the folder; rename the folder or the suite.")
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "suite.yaml")
    let error = #expect(throws: AssayError.self) {
      try SuiteFile.load(file, catalogue: Example.catalogue)
    }
    #expect(
      error?.description == "\(file.path): no such file; expected a readable suite file in UTF-8; "
        + "correct the path.")
  }
}
