import Experiment
import Testing

/// What is quoted in an error may be a stranger's.
@Suite struct AssayErrorTests {
  private func description(found: String) -> String {
    AssayError(.badInput, where: "a", found: found, expected: "b", remedy: "c").description
  }

  @Test func theFourFactsAreOneSentence() {
    #expect(description(found: "Straße, 数, \"x\"") == "a: Straße, 数, \"x\"; expected b; c.")
  }

  @Test func controlCharactersAreWrittenOutAndLineBreaksStay() {
    #expect(
      description(found: "\u{1B}]0;title\u{07}\r\n\tx\u{9B}31m")
        == "a: \\u{1B}]0;title\\u{07}\\r\n\tx\\u{009B}31m; expected b; c.")
  }

  @Test func aVeryLongFactIsCut() {
    let error = AssayError(
      .badInput, where: "a", found: String(repeating: "ß", count: 100_000), expected: "b",
      remedy: "c")
    #expect(error.found.utf8.count <= 4000 && error.found.hasSuffix("ß…"))
  }
}
