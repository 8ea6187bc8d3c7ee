import Foundation

/// Writes images in the official files of MNIST: the top left pixel is the class, the others follow from
/// a number of the image.
struct ImageFolder {
  let folder: URL

  /// `count` images of each class; image number n of a class is its n-th from `first`.
  func write(_ part: String, count: Int, first: Int = 0) throws {
    let numbers = (0..<10 * count).map { ($0 % 10, first + $0 / 10) }
    try idx([10 * count, 28, 28], numbers.flatMap(image), "\(part)-images-idx3-ubyte")
    try idx([10 * count], numbers.map { UInt8($0.0) }, "\(part)-labels-idx1-ubyte")
  }

  func idx(_ shape: [Int], _ values: [UInt8], _ name: String) throws {
    let extents = shape.flatMap { extent in
      stride(from: 24, through: 0, by: -8).map { UInt8(extent >> $0 & 255) }
    }
    let data = Data([0, 0, 8, UInt8(shape.count)] + extents + values)
    try data.write(to: folder.appending(path: name))
  }

  private func image(label: Int, number: Int) -> [UInt8] {
    [UInt8(label)] + (1..<784).map { UInt8(($0 * (3 + number) + 17 * label * number) % 256) }
  }
}
