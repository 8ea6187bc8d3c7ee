import Tensors

/// Labelled images as bytes, one behind the other.
struct ImageSet {
  /// Channels, rows and columns.
  let shape: [Int]
  /// Values 0 to 255, [image, channel, row, column].
  let pixels: [UInt8]
  /// The class of each image, from 0.
  let labels: [Int]

  /// The images.
  var count: Int { labels.count }
  /// Numbers of an image.
  var size: Int { shape.reduce(1, *) }

  /// The bytes of one image.
  func image(_ index: Int) -> ArraySlice<UInt8> { pixels[index * size..<(index + 1) * size] }

  /// The images `indices`, x / 255: [image, channel, row, column].
  func tensor(_ indices: [Int]) -> Tensor {
    let scale = (0...255).map { Float($0) / 255 }
    let values = [Float](unsafeUninitializedCapacity: indices.count * size) { buffer, initialized in
      for index in indices {
        for byte in image(index) {
          buffer.initializeElement(at: initialized, to: scale[Int(byte)])
          initialized += 1
        }
      }
    }
    return Tensor(shape: [indices.count] + shape, values: values)
  }

  /// These images and those of `other`, which has the same shape.
  func followed(by other: ImageSet) -> ImageSet {
    ImageSet(shape: shape, pixels: pixels + other.pixels, labels: labels + other.labels)
  }
}
