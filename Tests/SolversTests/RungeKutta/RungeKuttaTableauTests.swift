import Foundation
import Solvers
import TestSupport
import Testing

@Suite struct RungeKuttaTableauTests {
  /// Coefficients carry 16 digits; a condition of a tree sums products of up to seven of them, whose
  /// largest in the catalogue is 187, so that a few hundred units of rounding are the floor.
  private static let rounding = 1e-13

  static let catalogue = RungeKuttaTableau.catalogue

  private static func square(_ tableau: RungeKuttaTableau) -> [[Double]] {
    tableau.coefficients.map {
      $0 + [Double](repeating: 0, count: tableau.stageCount - $0.count)
    }
  }

  @Test(arguments: catalogue)
  func rowSumsAreNodes(tableau: RungeKuttaTableau) {
    for (row, node) in zip(tableau.coefficients, tableau.nodes) {
      #expect(abs(row.reduce(0, +) - node) < Self.rounding)
    }
  }

  @Test(arguments: catalogue)
  func everyConditionUpToTheOrderHolds(tableau: RungeKuttaTableau) {
    for order in 1...tableau.order {
      for tree in RootedTree.all(of: order) {
        let residual = tree.residual(Self.square(tableau), tableau.weights)
        #expect(abs(residual) < Self.rounding, "\(tableau.name) \(tree) \(residual)")
      }
    }
  }

  @Test(arguments: catalogue)
  func someConditionBeyondTheOrderFails(tableau: RungeKuttaTableau) {
    let residuals = RootedTree.all(of: tableau.order + 1).map {
      abs($0.residual(Self.square(tableau), tableau.weights))
    }
    #expect((residuals.max() ?? 0) > 1e-8)
  }

  @Test(arguments: catalogue.filter { $0.embedded != nil })
  func theEmbeddedMethodHasItsOrder(tableau: RungeKuttaTableau) throws {
    let embedded = try #require(tableau.embedded)
    func residuals(_ order: Int) -> [Double] {
      RootedTree.all(of: order).map {
        abs($0.residual(Self.square(tableau), embedded.errorWeights, scale: 0))
      }
    }
    for order in 1...embedded.order {
      #expect((residuals(order).max() ?? 1) < Self.rounding, "\(tableau.name) \(order)")
    }
    #expect((residuals(embedded.order + 1).max() ?? 0) > 1e-8)
  }

  @Test(arguments: catalogue, [0.0, 0.3, 0.5, 0.77, 1.0])
  func denseOutputHasItsOrderWithinTheStep(tableau: RungeKuttaTableau, fraction: Double) {
    // The rate at the new state is one more stage, whose row is b.
    var a = Self.square(tableau)
    if !tableau.isFirstSameAsLast {
      a = a.map { $0 + [0] } + [tableau.weights + [0]]
    }
    let weights = tableau.denseWeights(at: fraction)
    for order in 1...tableau.denseOrder {
      for tree in RootedTree.all(of: order) {
        let residual = tree.residual(a, weights, scale: pow(fraction, Double(order)))
        #expect(abs(residual) < Self.rounding, "\(tableau.name) \(tree) \(residual)")
      }
    }
  }

  @Test(arguments: catalogue)
  func denseOutputEndsInTheNewState(tableau: RungeKuttaTableau) {
    for (dense, weight) in zip(tableau.denseWeights(at: 1), tableau.weights) {
      #expect(abs(dense - weight) < Self.rounding)
    }
  }

  @Test func theStagesOfAnEigenvalueEstimateAreAtTheEndOfTheStep() {
    for tableau in Self.catalogue {
      guard let pair = tableau.stiffness else { continue }
      #expect(tableau.nodes[pair.earlier] == 1 && tableau.nodes[pair.later] == 1)
    }
  }

  @Test func firstIsSameAsLastWhereThePapersSay() {
    let names = Self.catalogue.filter(\.isFirstSameAsLast).map(\.name)
    #expect(names == ["bs3", "dopri5", "dopri5-shampine", "tsit5"])
  }

  @Test func everyFileOfATableauIsInTheCatalogue() throws {
    let folder = PackageFolder.url.appending(path: "Sources/Solvers/Tableaux")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("RungeKuttaTableau+") && $0 != "RungeKuttaTableau+Catalogue.swift" }
    let names = Set(Self.catalogue.map { $0.name.replacing("-", with: "") })
    let missing = files.filter {
      let stem = $0.dropFirst("RungeKuttaTableau+".count).dropLast(".swift".count)
      return !names.contains(stem.lowercased())
    }
    #expect(missing == [])
    #expect(files.count == Self.catalogue.count)
  }
}
