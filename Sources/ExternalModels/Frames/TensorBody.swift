import DataFormats
import Experiment
import Foundation
import Tensors

/// Tensors on their way out: a safetensors file that is never put together, because its numbers are sent
/// from where they lie.
struct TensorBody {
  private let layout: SafetensorsLayout
  /// The file up to its first number.
  let header: Data
  /// The tensors in the order of their bytes.
  let tensors: [Tensor]

  /// Bytes of the whole file.
  var byteCount: Int {
    header.count + tensors.reduce(0) { $0 + $1.count * MemoryLayout<Float>.size }
  }

  /// The file of `tensors`, whose header is that of `last` when it has the same names and shapes.
  init(_ tensors: [String: Tensor], like last: TensorBody? = nil) throws {
    layout = SafetensorsLayout(shapes: tensors.mapValues(\.shape))
    if let last, last.layout == layout {
      header = last.header
    } else {
      header = try layout.encodedHeader()
    }
    self.tensors = layout.entries.compactMap { tensors[$0.name] }
  }

  /// The same without its numbers.
  var outline: TensorBody { TensorBody(layout: layout, header: header, tensors: []) }

  private init(layout: SafetensorsLayout, header: Data, tensors: [Tensor]) {
    (self.layout, self.header, self.tensors) = (layout, header, tensors)
  }
}
