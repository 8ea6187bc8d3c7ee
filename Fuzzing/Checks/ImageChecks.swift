import DataFormats
import Foundation

/// What must hold for files of labelled images.
enum ImageChecks {
  static func idx(_ input: Data) throws {
    let array = try IDXArray(decoding: input, source: "input-idx3-ubyte")
    guard array.values.count == array.shape.reduce(1, *) else {
      throw FuzzFinding("\(array.values.count) bytes in the shape \(array.shape)")
    }
  }

  static func cifar(_ input: Data) throws {
    let batch = try CIFARBatch(decoding: input, source: "input.bin")
    let pixels = CIFARBatch.shape.reduce(1, *)
    guard batch.values.count == batch.labels.count * pixels,
      batch.labels.allSatisfy({ $0 < CIFARBatch.classes })
    else {
      throw FuzzFinding("\(batch.values.count) bytes for \(batch.labels.count) labels")
    }
  }
}
