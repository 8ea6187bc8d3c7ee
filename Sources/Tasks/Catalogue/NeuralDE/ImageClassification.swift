import Experiment

/// Classification of images, the task of the neural ODE papers (Pal et al. 2021, section 4.1; 2023, section
/// 4): from an image [channel, row, column], x / 255, to one logit a class. The authors' test images are the
/// test; validation is a stratified share of their training images, which neither paper has. Standardising
/// channels, as the papers do for CIFAR-10, is left to the model.
public struct ImageClassification: TaskRecipe {
  /// The images.
  public var source: ImageSource = .fashionMNIST
  /// The share of the authors' training images, class by class, to choose a checkpoint by.
  public var validationShare = 0.1
  /// The share of all images, class by class, to be judged on; of sources without test images only.
  public var testShare = 0.2
  /// How many images to fit, as many of each class; 0 for all.
  public var trainingLimit = 0
  /// How many images to choose a checkpoint by, as many of each class; 0 for all.
  public var validationLimit = 0
  /// How many images to be judged on, as many of each class; 0 for all.
  public var testLimit = 0

  /// The defaults: all of Fashion-MNIST.
  public init() {}

  /// The files.
  public var dataset: any DatasetRecipe { ImageDataset(source: source) }

  /// Reads and splits the images.
  /// - Throws: `AssayError` (bad input) for a parameter out of range, and for missing or damaged data.
  public func prepare(_ data: DataLocation) throws -> any PreparedTask {
    try ParameterCheck.require(
      [
        .share("validationShare", validationShare), .share("testShare", testShare),
        .limit("trainingLimit", trainingLimit), .limit("validationLimit", validationLimit),
        .limit("testLimit", testLimit),
      ], of: "image-classification")
    let content = try ImageReader(source: source, folder: data.folder).read()
    return try PreparedImages(ImageSplit(content, of: self), source: source)
  }
}
