import Autodiff
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct GradientCatalogueTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: GradientCatalogue.all)
  func theGradientIsThatOfCentralDifferences(check: GradientCase) {
    for form in GradientCheck.Form.allCases {
      let result = GradientCheck.run(check, form)
      #expect(result.passes, "\(form): \(result)")
    }
  }

  // but for dropout, which inference leaves out
  @Test(arguments: GradientCatalogue.all.filter { !$0.operationNames.contains("Dropout") })
  func inferenceGivesTheBitsOfTraining(check: GradientCase) {
    #expect(check.values(.inference) == check.values(.training))
  }

  @Test func everyOperationHasACase() throws {
    let folder = PackageFolder.url.appending(path: "Sources/Autodiff")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let declaration = /(?m)^(?:public )?(?:final class|struct) (\w+)<S: Scalar>: Operation\b/
    var declared: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      declared.formUnion(text.matches(of: declaration).map { String($0.1) })
    }
    #expect(declared.count > 10)
    let checked = GradientCatalogue.all.reduce(into: Set<String>()) {
      $0.formUnion($1.operationNames)
    }
    #expect(declared.subtracting(checked).sorted() == [], "add a case to GradientCatalogue")
  }

  @Test func namesAreUnique() {
    let names = GradientCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
