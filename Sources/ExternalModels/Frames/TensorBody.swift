import DataFormats
import Experiment
import Foundation
import Tensors

/// Tensors on their way out: a safetensors file that is never put together, because its numbers are sent
/// from where they lie.
struct TensorBody {
  /// The file up to its first number.
  let header: Data
  /// The tensors in the order of their bytes.
  let tensors: [Tensor]

  /// Bytes of the whole file.
  var byteCount: Int {
    header.count + tensors.reduce(0) { $0 + $1.count * MemoryLayout<Float>.size }
  }

  /// The file of `tensors`.
  init(_ tensors: [String: Tensor]) throws {
    let layout = SafetensorsLayout(shapes: tensors.mapValues(\.shape))
    header = try layout.encodedHeader()
    self.tensors = layout.entries.compactMap { tensors[$0.name] }
  }
}
