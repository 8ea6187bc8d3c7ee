import Foundation
import Solvers
import TestSupport
import Testing

@Suite struct SDIRKTableauTests {
  /// Kvaerno printed 14 digits of coefficients up to 1; sums of seven products keep 13.
  private static let rounding = 1e-12

  private static func square(_ tableau: SDIRKTableau) -> [[Double]] {
    tableau.coefficients.enumerated().map { index, row in
      let own = row + (index > 0 ? [tableau.diagonal] : [0])
      return own + [Double](repeating: 0, count: tableau.stageCount - own.count)
    }
  }

  @Test(arguments: SDIRKTableau.catalogue)
  func everyConditionUpToTheOrderHolds(tableau: SDIRKTableau) {
    let a = Self.square(tableau)
    for (row, node) in zip(a, tableau.nodes) {
      #expect(abs(row.reduce(0, +) - node) < Self.rounding)
    }
    for order in 1...tableau.order {
      for tree in RootedTree.all(of: order) {
        let residual = tree.residual(a, tableau.weights)
        #expect(abs(residual) < Self.rounding, "\(tableau.name) \(tree) \(residual)")
      }
    }
  }

  @Test(arguments: SDIRKTableau.catalogue)
  func theEmbeddedMethodHasItsOrder(tableau: SDIRKTableau) {
    let a = Self.square(tableau)
    for order in 1...tableau.embeddedOrder where order <= tableau.order {
      for tree in RootedTree.all(of: order) {
        #expect(abs(tree.residual(a, tableau.errorWeights, scale: 0)) < Self.rounding)
      }
    }
  }

  @Test func everyFileOfAnImplicitTableauIsInItsCatalogue() throws {
    let folder = PackageFolder.url.appending(path: "Sources/Solvers/ImplicitTableaux")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasSuffix("+Catalogue.swift") }
      .map { $0.prefix { $0 != "." }.split(separator: "+").last.map { $0.lowercased() } }
    let names = (SDIRKTableau.catalogue.map(\.name) + RosenbrockTableau.catalogue.map(\.name))
    #expect(Set(files.compactMap(\.self)) == Set(names))
  }
}
