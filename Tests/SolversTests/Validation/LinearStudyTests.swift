import Solvers
import Tensors
import Testing

@Suite struct LinearStudyTests {
  init() { BLAS.pinToOneThread() }

  @Test func everyStudyIsAsTheorySays() {
    let studies = LinearStudy.all
    #expect(studies.count > 15)
    for study in studies { #expect(study.passes, "\(study)") }
    #expect(Set(studies.map(\.name)).count == studies.count)
  }
}
