import Tensors
import Testing

@Suite struct TransformStudyTests {
  @Test func everyTransformIsThatOfTheDefinition() {
    let studies = TransformStudy.all
    for study in studies { #expect(study.error <= study.bound, "\(study)") }
    #expect(Set(studies.map(\.name)).count == studies.count)
  }
}
