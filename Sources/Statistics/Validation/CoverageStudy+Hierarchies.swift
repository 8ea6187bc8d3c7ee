import Foundation
import Randomness

extension CoverageStudy {
  /// Effects over seeds × cases of equal models, log-normal errors: cases are harder or easier for
  /// both, seeds, cases and the rest vary alike for each.
  static var hierarchies: [CoverageStudy] {
    [(3, 12), (5, 12), (10, 20)].flatMap { seeds, cases in
      HierarchicalBootstrap.Effect.allCases.map { effect in
        CoverageStudy(
          "hierarchical-\(effect.rawValue)-\(seeds)",
          "\(effect.rawValue) over \(seeds) seeds × \(cases) cases, log-normal errors", truth: 0,
          count: 4_000
        ) { random in
          let difficulty = normals(cases, &random).map { 0.5 * $0 }
          let sides = (0..<2).compactMap { _ in
            CrossedTable(errors(seeds: seeds, difficulty: difficulty, &random))
          }
          return HierarchicalBootstrap(resamples: 1, random: random)
            .effect(effect, ours: sides[0], theirs: sides[1])?.interval
        }
      }
    }
  }

  private static func errors(
    seeds: Int, difficulty: [Double], _ random: inout RandomStream
  ) -> [[Double]] {
    let spread = 0.3
    let ofCase = normals(difficulty.count, &random)
    return (0..<seeds).map { _ in
      let ofSeed = random.normal()
      return difficulty.indices.map {
        exp(difficulty[$0] + spread * (ofSeed + ofCase[$0] + random.normal()))
      }
    }
  }
}
