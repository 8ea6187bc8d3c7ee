import Foundation
import Physics
import Solvers
import Tensors

/// The parts that the engine is made of: `linear/<case>`, `ulp/<function>/<precision>`, `fft/<case>`.
enum EngineValidation {
  /// Where the values of functions are, from the package's folder.
  static let functionValues = "Tests/References/functions/values.tsv"

  static func results() throws -> [ValidationResult] { linear + (try functions()) + transforms }

  private static var linear: [ValidationResult] {
    LinearStudy.all.map {
      ValidationResult(
        name: "linear/\($0.name)", quantity: $0.quantity, ours: $0.observed,
        reference: $0.expected, source: $0.source, tolerance: $0.tolerance)
    }
  }

  private static var transforms: [ValidationResult] {
    TransformStudy.all.map {
      ValidationResult(
        name: "fft/\($0.name)", quantity: "relative difference from the defining sum",
        ours: $0.error, reference: 0, source: "Higham (2002), theorem 24.2", tolerance: $0.bound)
    }
  }

  private static func functions() throws -> [ValidationResult] {
    let text = try String(contentsOf: URL(filePath: functionValues), encoding: .utf8)
    let stored = StoredValue.byFunction(in: text)
    return RealFunction.all.flatMap { function in
      let study = FunctionStudy(function)
      let name = "ulp/\(function.description.replacing("_", with: "-"))"
      let single = ValidationResult(
        name: "\(name)/f32",
        quantity: "largest error in ulp over \(FunctionStudy.floats.count) floats",
        ours: study.worstOfFloats, reference: 0, source: "the C library in Double; CKernelsMath.h",
        tolerance: max(function.accuracy.float, FunctionStudy.subnormalError))
      guard let values = stored[function.description] else { return [single] }
      let double = ValidationResult(
        name: "\(name)/f64", quantity: "largest error in ulp over \(values.count) stored values",
        ours: study.worstOfDoubles(values), reference: 0,
        source: "\(functionValues), 100 bits; CKernelsMath.h", tolerance: function.accuracy.double)
      return [single, double]
    }
  }
}
