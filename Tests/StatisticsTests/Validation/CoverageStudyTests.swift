import Statistics
import Testing

@Suite struct CoverageStudyTests {
  // The other topics take seconds and run in the validation.
  @Test func theIntervalsOfMeansCoverAsTheyClaim() {
    let studies = CoverageStudy.studies(of: .means)
    #expect(Set(studies.map(\.name)).count == studies.count)
    for study in studies {
      #expect(study.agrees, "\(study.name): \(study.observed)")
      // Four standard errors.
      #expect(abs(study.observed - study.nominal) < 4 * study.error)
      #expect(study.error < 0.002 && study.count >= 20_000)
    }
  }
}
