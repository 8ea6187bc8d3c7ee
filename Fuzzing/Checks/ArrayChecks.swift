import DataFormats
import Foundation
import Tensors

/// What must hold for files of arrays.
enum ArrayChecks {
  static func npy(_ input: Data) throws {
    let array = try NPYArray(decoding: input, source: "input.npy")
    _ = array.firstNonFinite
    let again = try NPYArray(decoding: NPYWriter.encoded(array.tensor), source: "again.npy")
    guard isSame(array.tensor, again.tensor) else {
      throw FuzzFinding("an array of shape \(array.tensor.shape) reads otherwise after writing")
    }
  }

  static func mat(_ input: Data) throws {
    let file = try MATFile(decoding: input, source: "input.mat")
    for variable in file.variables {
      guard case .numbers(let array) = variable.content else { continue }
      let count = array.shape.reduce(1, *)
      guard array.values.count == count, array.imaginary?.count ?? count == count else {
        throw FuzzFinding("\(array.values.count) numbers in the shape \(array.shape)")
      }
    }
  }

  static func safetensors(_ input: Data) throws {
    let file = try Safetensors(decoding: input, source: "input.safetensors")
    let again = try Safetensors(decoding: try file.encoded(), source: "again.safetensors")
    let isWhole =
      file.metadata == again.metadata && file.tensors.keys == again.tensors.keys
      && file.tensors.allSatisfy { name, tensor in
        again.tensors[name].map { isSame(tensor, $0) } ?? false
      }
    guard isWhole else {
      throw FuzzFinding("the tensors \(file.tensors.keys.sorted()) read otherwise after writing")
    }
  }

  /// Equal to the bit: a NaN is the same NaN.
  private static func isSame(_ left: Tensor, _ right: Tensor) -> Bool {
    left.shape == right.shape && left.values.map(\.bitPattern) == right.values.map(\.bitPattern)
  }
}
