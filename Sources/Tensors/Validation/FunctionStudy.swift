/// The largest error of a function's kernels in units in the last place.
public struct FunctionStudy: Sendable {
  /// The function.
  public let function: RealFunction

  /// A study of `function`.
  public init(_ function: RealFunction) { self.function = function }

  /// Every 20011th float, in the order of bits: all exponents, both signs, subnormals, infinities, NaN.
  public static let floats = stride(from: UInt32(0), to: .max - 20_011, by: 20_011).map {
    Float(bitPattern: $0)
  }
  /// Half a smallest subnormal is an ulp there, and those results are bounded by 1.5 of them.
  public static let subnormalError = 1.5

  /// The largest error over `floats` against the C library in Double, where the value is a finite float.
  public var worstOfFloats: Double {
    zip(Self.floats, function(Self.floats)).reduce(0) { worst, pair in
      let exact = function.exact(Double(pair.0))
      guard exact.isFinite, abs(exact) < Double(Float.greatestFiniteMagnitude), pair.1.isFinite
      else { return worst }
      return max(worst, abs(Double(pair.1) - exact) / Double(Float(abs(exact)).ulp))
    }
  }

  /// The largest error over stored values.
  public func worstOfDoubles(_ stored: [StoredValue]) -> Double {
    zip(stored, function(stored.map(\.argument))).map { $0.errorInUlp($1) }.max() ?? .nan
  }
}
