import Experiment
import Tensors

/// The images of a task in memory.
struct PreparedImages: PreparedTask {
  private static let slot = "image"

  let role: Role
  let training: TrainingSet
  private let images: ImageSet
  private let split: CaseSplit
  private let scores: ClassScores
  private let source: ImageSource

  /// - Throws: `AssayError` (bad input) when a part of the split has no image.
  init(_ parts: ImageSplit, source: ImageSource) throws {
    (images, split) = (parts.images, parts.split)
    self.source = source
    for (name, part) in [
      ("training", split.training), ("validation", split.validation), ("test", split.test),
    ] where part.isEmpty {
      throw AssayError(
        .badInput, where: "task image-classification", found: "no image for \(name)",
        expected: "one or more", remedy: "raise the shares and limits of the task")
    }
    let labels = images.labels
    func label(_ part: [Int]) -> [Int] { part.map { labels[$0] } }
    scores = ClassScores(classes: ImageReader.classes, training: label(split.training))
    role = Role(
      inputs: [Role.Slot(name: Self.slot, shape: images.shape, unit: "1")],
      outputs: [scores.output])
    training = TrainingSet(
      inputs: Self.inputs(images, split.training), targets: scores.targets(label(split.training)),
      validationInputs: Self.inputs(images, split.validation),
      validationTargets: scores.targets(label(split.validation)))
  }

  private static func inputs(_ images: ImageSet, _ indices: [Int]) -> NamedTensors {
    NamedTensors([slot: images.tensor(indices)])
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    try scores.evaluation(
      of: model, on: Self.inputs(images, split.test), labels: split.test.map { images.labels[$0] },
      metrics: metrics)
  }

  var cases: [SplitCase] {
    let signature = SampleSignature(count: images.size)
    let parts: [(SplitCase.Split, [Int])] = [
      (.training, split.training), (.validation, split.validation), (.test, split.test),
    ]
    return parts.flatMap { part, indices in
      indices.map { index in
        SplitCase(
          name: "\(source.rawValue)/\(index)", split: part,
          signature: signature(images.image(index).lazy.map { Float($0) }))
      }
    }
  }
}
