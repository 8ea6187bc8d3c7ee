import Foundation
import Reports
import Testing

@Suite struct AnswerReportTests {
  private let page: String
  private let words: String

  init() throws {
    page = try HTMLReport.render(AnswerFixture().input)
    words = HTMLReportTests.words(page)
  }

  @Test func whatIsSavedIsSaidInSentences() {
    #expect(
      words.contains(
        "NFE at equal accuracy: Plain takes 40.0 for 0.910; less is needed by Short (at most × 0.776 "
          + "[0.776, 0.776]); undecided: Better (at most × 1.61 [1.61, 1.61]); the cheapest "
          + "settings of both are as good for Worse; surely worse, each at its own setting: Short "
          + "and Worse."))
    #expect(
      words.contains(
        "Time: training takes from 0.900 [0.900, 0.900] (Worse) to 2.00 [2.00, 2.00] (Short) times "
          + "as long as that of Plain, each at its own setting."))
    #expect(
      words.contains(
        "Other settings alone: Plain with another setting (tolerance-0.01 and tolerance-0.1) at the "
          + "same NFE would have been worse than Short; it was not run as cheaply as Worse nor as "
          + "dearly as Better."))
  }

  @Test func contrastsAreSaidInSentences() {
    #expect(
      words.contains(
        "Short or better: Short against Better: a difference of −0.150 [−0.150, −0.150] in "
          + "accuracy, for 0.250 [0.250, 0.250] times the cost; the first is worse and cheaper."))
  }

  @Test func theTablesHaveAllModelsAndSayWhatIsNotReached() throws {
    let table = try #require(page.firstMatch(of: /What is saved(?s:.*?)<\/table>/))
    let words = HTMLReportTests.words(String(table.output))
    for name in ["Short", "Better", "Worse"] { #expect(words.contains(name)) }
    #expect(words.contains("≤ 0.776 [0.776, 0.776]"))
    #expect(words.contains("0.800 [0.800, 0.800] cheapest"))
    #expect(words.contains("not reached: dearer") && words.contains("not reached: cheaper"))
    #expect(page.components(separatedBy: "NFE at equal quality.").count == 2)
  }

  @Test func everyReferenceHasTheTasksThatItWasRunOn() throws {
    var fixture = AnswerFixture()
    fixture.references = ["plain", "short"]
    fixture.absent = ["letters": ["plain"]]
    let page = try HTMLReport.render(fixture.input)
    let tables = page.components(separatedBy: "NFE at equal quality.").dropFirst()
    // a reference on one task alone needs no table over tasks
    #expect(tables.count == 1)
    let words = HTMLReportTests.words(String(tables.first?.prefix(4000) ?? ""))
    #expect(words.contains("over that of Short at the best quality that both reach"))
    #expect(words.contains("The digits") && words.contains("The letters"))
  }

  @Test func everyLinkLeadsToAPlace() {
    let places = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
    let goals = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) })
    #expect(goals.subtracting(places) == [])
    #expect(goals.contains("method.equal-quality"))
  }

  @Test func aSuiteThatAsksNothingHasNoSuchSection() throws {
    let page = try HTMLReport.render(Fixture().input)
    #expect(!page.contains(".answers\"") && !page.contains("method.equal-quality"))
  }
}
