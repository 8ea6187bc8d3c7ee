import Foundation
import Tensors
import Testing

/// Every CPU must give the bits that are stored here: a clone that contracted or reordered shows.
@Suite struct FunctionBitsTests {
  private static let stored = [
    "exp e68212088d0d5b5b",
    "expm1 8a98f81858ec6497",
    "log 150063b31353de07",
    "log1p 59c7be5af2e615bd",
    "tanh 69bb2b452135b521",
    "sigmoid 1a2086580df16e17",
    "softplus 8589247950bfdcfe",
    "silu c1b816628368c0b4",
    "erf 9a358f20c3c4b68a",
    "exact_gelu a3b298e614dedbb0",
    "sin f747978214015260",
    "cos 9e6d8802f743d018",
    "sqrt 43cbdcad955e9f6c",
    "reciprocal ac3e8749105e3613",
  ]

  @Test func theFunctionsGiveTheStoredBitsOnEveryProcessor() {
    let floats = FunctionStudy.floats
    let doubles = (0..<20_000).map { -30 + Double($0) * 0.0030517 }
    let found = RealFunction.all.map { function in
      var hash = BitHash()
      for value in function(floats) where !value.isNaN { hash.add(UInt64(value.bitPattern)) }
      for value in function(doubles) where !value.isNaN { hash.add(value.bitPattern) }
      return "\(function) \(String(hash.state, radix: 16))"
    }
    #expect(found == Self.stored)
  }
}
