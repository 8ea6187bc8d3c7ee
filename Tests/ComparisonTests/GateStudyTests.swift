import Comparison
import Testing

/// A few simulations of each study, so that the study itself cannot rot; the rates that count are
/// measured by `make validate` with more.
@Suite struct GateStudyTests {
  // 60 simulations at 5 % give more than 8 alarms with a probability below 1 %.
  @Test(arguments: GateStudy.falseAlarms.map(\.name))
  func noChangeRaisesFewAlarms(name: String) throws {
    var study = try #require(GateStudy.falseAlarms.first { $0.name == name })
    study.simulations = 60
    #expect(study.rate() <= 8.0 / 60)
  }

  // 60 simulations at 90 % find fewer than 48 with a probability below 1 %.
  @Test(arguments: GateStudy.powers.map(\.name))
  func aWorseModelIsFound(name: String) throws {
    var study = try #require(GateStudy.powers.first { $0.name == name })
    study.simulations = 60
    #expect(study.rate() >= 48.0 / 60)
    #expect(study.rate() == study.rate())
  }
}
