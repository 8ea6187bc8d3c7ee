import CKernels
import Foundation
import Tensors
import TestSupport
import Testing

/// The ulp that CKernelsMath.h states, on samples; `evidence validate` may look at all floats.
@Suite struct FunctionAccuracyTests {
  private static let specials: [Float] = [
    0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1, -1, 88.72284, -103.97208,
  ]

  @Test(arguments: RealFunction.all)
  func aFunctionOfFloatsKeepsItsAccuracyOverAllExponents(function: RealFunction) {
    let x = FunctionStudy.floats + Self.specials
    let y = function(x)
    var worst = 0.0
    for (argument, value) in zip(x, y) {
      let exact = function.exact(Double(argument))
      guard !Self.isSpecial(exact) && value.isFinite else {
        let rounded = Float(exact)
        let overflows = abs(exact) > 0.99999 * Double(Float.greatestFiniteMagnitude)
        #expect(
          overflows || value == rounded || (value.isNaN && rounded.isNaN),
          "\(function)(\(argument)) = \(value), not \(rounded)")
        continue
      }
      worst = max(worst, abs(Double(value) - exact) / Self.ulp(exact))
    }
    // half a smallest subnormal is an ulp there, and those results are bounded by 1.5 of them
    #expect(worst <= max(function.accuracy.float, 1.5), "\(function): \(worst) ulp")
  }

  @Test func aFunctionOfDoublesKeepsItsAccuracyAtStoredValues() throws {
    for (name, cases) in StoredValue.byFunction(
      in: try PackageFolder.text("Tests/References/functions/values.tsv"))
    where !name.hasSuffix("'") {
      let function = try #require(RealFunction.all.first { $0.description == name })
      let y = function(cases.map(\.argument))
      for (one, value) in zip(cases, y) {
        #expect(one.errorInUlp(value) <= function.accuracy.double, "\(name)(\(one.argument))")
      }
    }
  }

  @Test(arguments: RealFunction.all)
  func theStudyOfFloatsFindsTheStatedAccuracy(function: RealFunction) {
    let worst = FunctionStudy(function).worstOfFloats
    #expect(worst > 0 && worst <= max(function.accuracy.float, FunctionStudy.subnormalError))
  }

  @Test(arguments: ["expm1", "log1p", "tanh", "erf", "sin", "silu", "exact_gelu", "sqrt"])
  func theSignOfZeroIsKept(name: String) throws {
    let function = try #require(RealFunction.all.first { $0.description == name })
    #expect(function([Float(-0.0), 0]).map(\.sign) == [.minus, .plus])
    #expect(function([-0.0, 0]).map(\.sign) == [.minus, .plus])
  }

  @Test(arguments: RealFunction.all)
  func notANumberAndTheLimitsOfDoublesAreKept(function: RealFunction) {
    let x = [.nan, Double.infinity, -.infinity, 0, .leastNonzeroMagnitude]
    for (argument, value) in zip(x, function(x)) {
      let exact = function.exact(argument)
      #expect(value == exact || (value.isNaN && exact.isNaN), "\(function)(\(argument)) = \(value)")
    }
  }

  @Test(arguments: RealFunction.all)
  func aFunctionMayWriteOverItsArgumentAndAnyTail(function: RealFunction) {
    for count in 0..<19 {
      let x = (0..<count).map { Float($0) * 0.37 + 0.1 }
      var inPlace = x
      inPlace.withUnsafeMutableBufferPointer {
        function.single(count, UnsafePointer($0.baseAddress), $0.baseAddress)
      }
      #expect(inPlace == x.flatMap { function([$0]) })
    }
  }

  private static func isSpecial(_ exact: Double) -> Bool {
    !exact.isFinite || abs(exact) >= Double(Float.greatestFiniteMagnitude)
  }

  /// The unit in the last place of the float nearest to a value.
  private static func ulp(_ value: Double) -> Double { Double(Float(abs(value)).ulp) }
}
