import Planning
import Testing

@Suite struct SuggestedNameTests {
  @Test(arguments: [
    ("widht", "width"), ("Width", "width"), ("modess", "modes"), ("activaton", "activation"),
    ("wdth", "width"), ("mdoes", "modes"),
  ])
  func aSlipOfThePenFindsTheName(mistaken: String, meant: String) {
    #expect(
      SuggestedName.nearest(to: mistaken, among: ["modes", "width", "activation"]) == meant)
  }

  @Test(arguments: ["colour", "x", ""])
  func aNameThatIsFarFromAllFindsNone(name: String) {
    #expect(SuggestedName.nearest(to: name, among: ["modes", "width", "activation"]) == nil)
  }

  @Test func amongEqualsTheFirstInAlphabeticalOrderWins() {
    #expect(SuggestedName.nearest(to: "fnx", among: ["fno", "fna"]) == "fna")
    #expect(SuggestedName.nearest(to: "fno", among: []) == nil)
  }
}
