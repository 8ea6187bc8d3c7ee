import Experiment

/// The files of a set of images.
public struct ImageDataset: SuppliedDataset, Equatable {
  /// Which.
  public let source: ImageSource

  /// The files of `source`.
  public init(source: ImageSource) {
    self.source = source
  }

  /// As in `fashion-mnist`.
  public var identifier: String { source.rawValue }
  /// The name under which a user's own copy is imported.
  public var benchmark: String { source.rawValue }

  /// Where the files are without an import.
  public var supply: DataSupply {
    switch source {
    case .fashionMNIST:
      .installed(
        folders: ["/usr/share/datasets/fashion-mnist"],
        files: ["train", "t10k"].flatMap {
          ["\($0)-images-idx3-ubyte.gz", "\($0)-labels-idx1-ubyte.gz"]
        },
        remedy: "install it with 'apt-get install dataset-fashion-mnist', or import the four IDX "
          + "files with 'assay data import fashion-mnist FOLDER'")
    case .mnist:
      .own(remedy: "import the four IDX files with 'assay data import mnist FOLDER'")
    case .mnist5k: .shipped(folder: "neural-de/data/mnist-5k")
    case .cifar10:
      .own(
        remedy: "import the binary version (data_batch_1.bin to test_batch.bin) with "
          + "'assay data import cifar-10 FOLDER'")
    }
  }
}
