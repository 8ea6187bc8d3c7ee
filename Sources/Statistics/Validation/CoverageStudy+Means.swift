import Foundation
import Randomness

extension CoverageStudy {
  /// Intervals of means, of five or so values.
  static var means: [CoverageStudy] {
    [
      CoverageStudy(
        "student-mean", "Student interval of the mean of 5 normal values", truth: 0, count: 20_000
      ) { ConfidenceInterval.studentMean(of: normals(5, &$0)) },
      CoverageStudy(
        "ratio", "interval of the geometric mean of 5 log-normal paired ratios", truth: 1,
        count: 20_000
      ) { random in
        let shared = normals(5, &random)
        let sides = (0..<2).map { _ in
          zip(shared, normals(5, &random)).map { exp($0 + 0.3 * $1) }
        }
        return ConfidenceInterval.geometricMeanRatio(ours: sides[0], theirs: sides[1])
      },
      CoverageStudy(
        "welch", "Welch's interval of 5 and 8 normal values, deviations 1 and 3", truth: 0,
        count: 20_000
      ) { random in
        UnpairedTest.welch(normals(5, &random), normals(8, &random).map { 3 * $0 })?.interval
      },
    ]
  }

  /// 100 rows of three pairs, whose variances are 4 / χ²(4).
  static var moderated: CoverageStudy {
    let (rows, tables) = (100, 200)
    var random = stream("moderated-t")
    var held = 0
    for _ in 0..<tables {
      let values = (0..<rows).map { _ in
        let variance = 4 / normals(4, &random).reduce(0) { $0 + $1 * $1 }
        return normals(3, &random).map { variance.squareRoot() * $0 }
      }
      held += ModeratedTest.paired(values).count { $0?.interval.contains(0) ?? false }
    }
    return CoverageStudy(
      "moderated-t", "moderated t interval of 3 pairs a row, \(rows) rows of unequal variance",
      held: held, of: rows * tables)
  }
}
