import Foundation
import Statistics
import Testing

@Suite struct DistributionTests {
  let reference: Reference

  init() throws { reference = try Reference.load() }

  @Test func studentQuantilesAgreeWithSciPy() {
    for entry in reference.student.quantiles {
      let quantile = StudentDistribution(degreesOfFreedom: entry[0]).quantile(entry[1])
      #expect(agrees(quantile, with: entry[2], to: 1e-10), "ν \(entry[0]), p \(entry[1])")
    }
  }

  @Test func studentTailsAgreeWithSciPy() {
    for entry in reference.student.tails {
      let tail = StudentDistribution(degreesOfFreedom: entry[0]).twoSidedTail(entry[1])
      // Beyond the smallest normal number no digits are left to compare.
      if entry[2] < 1e-290 { continue }
      // lgamma of ν / 2 loses about log10(ν) digits.
      #expect(agrees(tail, with: entry[2], to: 1e-10), "ν \(entry[0]), t \(entry[1])")
    }
  }

  @Test(arguments: [1e-9, 1e-8, 1e-3, 0.7, 1, 1.5, 1e3])
  func oneAndTwoDegreesOfFreedomHaveTheirClosedForms(t: Double) {
    let one = StudentDistribution(degreesOfFreedom: 1).twoSidedTail(t)
    #expect(agrees(one, with: 2 / Double.pi * atan(1 / t), to: 1e-13))
    let two = StudentDistribution(degreesOfFreedom: 2).twoSidedTail(t)
    let root = (2 + t * t).squareRoot()
    #expect(agrees(two, with: 2 / (root * (root + t)), to: 1e-13))
  }

  @Test func normalValuesAgreeWithSciPy() {
    for entry in reference.normal.quantiles where entry[0] != 0.5 {
      #expect(
        agrees(NormalDistribution.quantile(entry[0]), with: entry[1], to: 1e-12), "\(entry[0])")
    }
    for entry in reference.normal.cumulative {
      #expect(agrees(NormalDistribution.cumulative(entry[0]), with: entry[1], to: 1e-12))
    }
    #expect(abs(NormalDistribution.quantile(0.5)) < 1e-15)
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }

  @Test(arguments: [1.0, 3, 12, 400])
  func theCumulativeUndoesTheQuantile(degreesOfFreedom: Double) {
    let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    for probability in stride(from: 0.01, to: 1, by: 0.07) {
      let back = student.cumulative(student.quantile(probability))
      #expect(abs(back - probability) < 1e-13)
      #expect(abs(student.quantile(probability) + student.quantile(1 - probability)) < 1e-9)
    }
  }

  @Test func studentApproachesTheNormalDistribution() {
    let student = StudentDistribution(degreesOfFreedom: 20_000)
    #expect(abs(student.quantile(0.975) - NormalDistribution.quantile(0.975)) < 1.5e-4)
  }
}
