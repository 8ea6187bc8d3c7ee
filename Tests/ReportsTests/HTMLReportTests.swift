import Experiment
import Foundation
import Reports
import Testing

@Suite struct HTMLReportTests {
  private let page: String

  init() throws {
    page = try HTMLReport.render(Fixture().input)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    #expect(try HTMLReport.render(Fixture().input) == page)
  }

  @Test func everyLinkLeadsToAPlaceAndNoPlaceOccursTwice() {
    let places = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(places).count == places.count)
    let goals = page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
    #expect(goals.count > 60)
    #expect(Set(goals).subtracting(places) == [])
    let named = page.matches(of: /aria-labelledby="([^"]+)"/)
      .flatMap { $0.output.1.split(separator: " ").map(String.init) }
    #expect(Set(named).subtracting(places) == [])
  }

  @Test func nothingIsFetchedFromTheNetwork() {
    let attributes = page.matches(of: /(?:src|href|action|data|poster)="([^"]*)"/)
      .map { String($0.output.1) }
    let outside = attributes.filter { !$0.hasPrefix("#") && !$0.hasPrefix("data:") }
    #expect(Set(outside) == ["https://arxiv.org/abs/2310.05963"])
    #expect(!page.contains("url(http") && !page.contains("@import") && !page.contains("fetch("))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func hostileWordsStayWords() throws {
    var fixture = Fixture()
    fixture.failureReason = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">"
    var input = fixture.input
    input.title = "</title><script>alert(3)</script>"
    input.commands[input.frame.cells[0].identity] = "assay run '<b>' && \"x\""
    let page = try HTMLReport.render(input)
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("assay run &#39;&lt;b&gt;&#39; &amp;&amp; &quot;x&quot;"))
  }

  @Test func failuresAreToldByKindWithTheEndOfTheirLogs() {
    #expect(page.contains("gave up by itself (SIGABRT and its kin)"))
    #expect(page.contains("<pre>step 40: loss 0.1\n&lt;step&gt; 41: Abort &amp; end\n</pre>"))
  }

  @Test func theSummaryIsMadeFromTheNumbers() {
    let words = Self.words(page)
    #expect(
      words.contains(
        "In this quick check, FNO has the best mean rank, 1.00 over 6 quantities on 3 tasks, "
          + "before Auto-FFN with 2.50."))
    #expect(
      words.contains(
        "Cavity, boundary conditions (NMSE, one-step): FNO is best at 0.00214 [0.00186, 0.00241]; "
          + "the next, Auto-FFN, is 5.7 times as large, and the 95 % intervals do not overlap "
          + "(3 seeds)."))
    #expect(words.contains("Cavity, boundary conditions (NMSE, roll-out): "))
    #expect(
      words.contains(
        "27 cells: 26 done, 1 failed. 8 values are missing from cells that are done."))
  }

  @Test func partsStandInTheOrderThatReadersNeed() throws {
    let titles = page.matches(of: /<h2[^>]*>([^<]+)/).map { String($0.output.1) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(
      titles == [
        "The finding", "CFDBench", "Comparison with assay-quick",
        "CFDBench: measured and published",
        "Failures and missing values", "Methods", "Metric dictionary", "Provenance", "References",
      ])
  }

  @Test func everyCellStandsAboveTheCommandThatMakesItAgain() {
    let words = Self.words(page)
    for cell in Fixture().cells { #expect(words.contains(Fixture().command(cell.identity))) }
    #expect(words.contains("the worker died by signal 6 (abort) in step 41"))
    #expect(words.contains("NMSE, roll-out, steps 14 to 20"))
  }

  @Test func quickResultsAreLabelledAsSuch() throws {
    #expect(page.components(separatedBy: ">QUICK</span>").count == 8)
    var fixture = Fixture()
    fixture.profile = .paper
    #expect(try !HTMLReport.render(fixture.input).contains("QUICK"))
  }

  @Test func publishedValuesAreNeverInAColumnOfMeasuredOnes() throws {
    let table = try #require(page.firstMatch(of: /Sources: an invented paper(?s:.*?)<\/table>/))
    let words = Self.words(String(table.output))
    #expect(words.contains("0.00170 †") && words.contains("Figure 7, digitised"))
    #expect(words.contains("context only") && !words.contains("yes"))
    #expect(words.contains("— not run here"))
    #expect(page.contains("1 further published value stands at single roll-out steps"))
  }

  @Test func figuresCarryTextAlternatives() {
    let drawings = page.components(separatedBy: "<svg ").dropFirst()
    #expect(drawings.count > 18)
    for drawing in drawings {
      #expect(drawing.contains("role=\"img\""))
      #expect(drawing.contains(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/))
    }
  }

  @Test func anEmptyFrameGivesAPageThatSaysSo() throws {
    let input = ReportInput(
      title: "Nothing", frame: ResultFrame(suites: [], runs: [], cells: []),
      standings: .init(sections: []))
    let words = Self.words(try HTMLReport.render(input))
    #expect(words.contains("There are no standings: no cell has been measured."))
  }

  @Test func oneSeedHasNoInterval() throws {
    var fixture = Fixture()
    fixture.seedCount = 1
    #expect(Self.words(try HTMLReport.render(fixture.input)).contains("— one seed"))
  }

  @Test func theFirstSectionAnswersFiveQuestions() throws {
    let section = try #require(page.firstMatch(of: /<section id="summary"(?s:.*?)<\/section>/))
    let words = Self.words(String(section.output))
    for question in [
      "Who wins", "By how much", "How sure", "On what data", "Under which budget",
    ] { #expect(words.contains(question)) }
    #expect(words.contains("FNO of 3 models; best on 6 of 6 quantities"))
    #expect(words.contains("reduced sizes that check that everything works, not the published"))
    #expect(words.contains("9 of 27 cells read the official files"))
  }

  @Test func numbersLeadToTheirCellsAndNameTheirQuantity() {
    #expect(
      page.contains(
        /data-q="nmse one-step test"><span class="best"><span[^>]*>●<\/span><a href="#cell\.cfdbench\.cavity-bc\.fno\.0\.quick">0\.00214<\/a>/
      ))
    #expect(page.contains("id=\"records\">{\"words\":["))
  }

  @Test func figuresSayWhichQueryGivesTheirNumbers() {
    let queries = page.matches(of: /<pre tabindex="0">(?s:.*?)<\/pre>/)
    #expect(queries.count > 18)
    #expect(page.contains("FROM v_results\nWHERE suite = &#39;cfdbench&#39; AND task ="))
  }

  @Test func metricNamesLeadToTheDictionary() {
    #expect(page.contains("href=\"#metric.cfdbench.nmse\""))
    #expect(page.contains("<tr id=\"metric.cfdbench.nmse\">"))
  }

  @Test func longTablesAreDataWithTheFirstRowsOnThePage() throws {
    var fixture = Fixture()
    fixture.seedCount = 120
    fixture.taskIDs = ["cavity-bc"]
    let page = try HTMLReport.render(fixture.input)
    #expect(page.contains("The first 100 of 360 rows"))
    #expect(page.contains("id=\"cell.cfdbench.cavity-bc.auto-ffn.99.quick\""))
    #expect(!page.contains(" id=\"cell.cfdbench.cavity-bc.fno.0.quick\""))
    #expect(
      page.contains(
        "href=\"#cells.cfdbench.cavity-bc.quick\" data-cell=\"cell.cfdbench.cavity-bc.fno.0.quick\""
      ))
  }

  @Test func theLeaderboardNeedsNoRuns() throws {
    let standings = Fixture().input.standings
    let page = try LeaderboardPage.render(standings)
    #expect(try LeaderboardPage.render(standings) == page)
    #expect(Self.words(page).contains("from the baseline assay-quick"))
    #expect(page.components(separatedBy: "<svg ").count >= 7)
    let places = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
    let goals = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) })
    #expect(goals.subtracting(places) == [])
  }

  /// The page's words without markup, with plain spaces.
  static func words(_ page: String) -> String {
    page.replacing(/<[^>]+>/, with: "")
      .replacing("\u{A0}", with: " ").replacing("&amp;", with: "&")
  }
}
