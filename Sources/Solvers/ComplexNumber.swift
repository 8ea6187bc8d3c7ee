import Foundation

/// A complex number in Double, as coefficients of spectral methods need it.
public struct ComplexNumber: Sendable, Equatable {
  /// The real part.
  public var real: Double
  /// The imaginary part.
  public var imaginary: Double

  /// real + i imaginary.
  public init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// e^z.
  public var exponential: ComplexNumber {
    let size = exp(real)
    return ComplexNumber(size * cos(imaginary), size * sin(imaginary))
  }

  /// |z|.
  public var magnitude: Double { hypot(real, imaginary) }

  /// The complex conjugate.
  public var conjugate: ComplexNumber { ComplexNumber(real, -imaginary) }

  /// a + b.
  public static func + (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.real + b.real, a.imaginary + b.imaginary)
  }

  /// a − b.
  public static func - (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.real - b.real, a.imaginary - b.imaginary)
  }

  /// a b.
  public static func * (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(
      a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// a z with a real.
  public static func * (a: Double, z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a * z.real, a * z.imaginary)
  }

  /// a / b by Smith's method (1962), which neither overflows nor underflows on the way.
  public static func / (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    if abs(b.real) >= abs(b.imaginary) {
      let ratio = b.imaginary / b.real
      let scale = b.real + b.imaginary * ratio
      return ComplexNumber(
        (a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale)
    }
    let ratio = b.real / b.imaginary
    let scale = b.real * ratio + b.imaginary
    return ComplexNumber(
      (a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale)
  }
}
