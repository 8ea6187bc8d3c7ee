import Foundation
import Statistics
import Testing

@Suite struct FitTests {
  struct Stored: Decodable {
    struct Line: Decodable {
      let x: [Double]
      let y: [Double]
      let slope: Double
      let intercept: Double
      let half: Double?
    }

    let lines: [Line]
  }

  let stored: Stored

  init() throws { stored = try StoredValues.load("fits") }

  @Test func linesAgreeWithSciPy() throws {
    for entry in stored.lines {
      let line = try #require(LineFit(x: entry.x, y: entry.y))
      #expect(agrees(line.slope, with: entry.slope, to: 1e-11))
      #expect(agrees(line.intercept, with: entry.intercept, to: 1e-11))
      let interval = try #require(line.slopeInterval())
      let half = try #require(entry.half)
      #expect(agrees(interval.upper - interval.estimate, with: half, to: 1e-10))
    }
    #expect(LineFit(x: [1, 2], y: [1, 3])?.slopeInterval() == nil)
    #expect(LineFit(x: [1, 1], y: [1, 3]) == nil)
    #expect(LineFit(x: [1], y: [1]) == nil)
  }

  @Test func aPowerLawHasItsOrder() throws {
    let sizes = [0.1, 0.05, 0.02, 0.01]
    let errors = sizes.map { 3 * pow($0, 2.5) }
    let line = try #require(ConvergenceFit.line(stepSizes: sizes, errors: errors))
    #expect(agrees(line.slope, with: 2.5, to: 1e-13))
    #expect(agrees(exp(line.intercept), with: 3, to: 1e-12))
    for order in ConvergenceFit.pairwise(stepSizes: sizes, errors: errors) {
      #expect(agrees(try #require(order), with: 2.5, to: 1e-12))
    }
    #expect(ConvergenceFit.line(stepSizes: sizes, errors: [1, 0.5, 0, 0.1]) == nil)
    #expect(ConvergenceFit.pairwise(stepSizes: [2, 1, 1], errors: [1, 0, 1]) == [nil, nil])
  }

  @Test func richardsonFindsOrderAndLimit() throws {
    // f(h) = 7 + 2 h³ on h = 0.1, 0.2, 0.4.
    let values = [0.1, 0.2, 0.4].map { 7 + 2 * $0 * $0 * $0 }
    let order = try #require(
      ConvergenceFit.richardsonOrder(
        fine: values[0], medium: values[1], coarse: values[2], ratio: 2))
    #expect(agrees(order, with: 3, to: 1e-12))
    let limit = ConvergenceFit.richardsonLimit(
      fine: values[0], medium: values[1], ratio: 2, order: order)
    #expect(agrees(limit, with: 7, to: 1e-14))
    #expect(ConvergenceFit.richardsonOrder(fine: 1, medium: 2, coarse: 1, ratio: 2) == nil)
    #expect(ConvergenceFit.richardsonOrder(fine: 1, medium: 1, coarse: 2, ratio: 2) == nil)
  }
}
