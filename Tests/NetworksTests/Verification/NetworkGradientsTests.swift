import Autodiff
import Foundation
import Networks
import Tensors
import TestSupport
import Testing

@Suite struct NetworkGradientsTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: NetworkGradients.all)
  func theGradientIsThatOfCentralDifferences(check: GradientCase) {
    for form in GradientCheck.Form.allCases {
      let result = GradientCheck.run(check, form)
      #expect(result.passes, "\(form): \(result)")
    }
  }

  // but for batch normalisation, which infers with its running statistics
  @Test(arguments: NetworkGradients.all.filter { $0.name != "layer-batch-normalisation" })
  func inferenceGivesTheBitsOfTraining(check: GradientCase) {
    #expect(check.values(.inference) == check.values(.training))
  }

  @Test(arguments: NetworkGradients.all)
  func passesChangeNothingThatTheyRead(check: GradientCase) {
    #expect(check.changesByPasses() == [])
  }

  @Test func everyLayerHasACase() throws {
    let folder = PackageFolder.url.appending(path: "Sources/Networks/Layers")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let declaration = /(?m)^public (?:final class|struct) (\w+)<S: \w+>/
    var layers: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains("func callAsFunction") else { continue }
      layers.formUnion(text.matches(of: declaration).map { String($0.1) })
    }
    #expect(layers.count > 2)
    let checked = Set(NetworkGradients.layers.map(\.layer))
    #expect(
      layers.subtracting(checked).sorted() == [],
      "add a file to Networks/Verification/Layers and a line to NetworkGradients")
    #expect(NetworkGradients.layers.allSatisfy { !$0.cases.isEmpty })
  }

  @Test func namesAreUnique() {
    let names = (GradientCatalogue.all + NetworkGradients.all).map(\.name)
    #expect(Set(names).count == names.count)
  }
}
