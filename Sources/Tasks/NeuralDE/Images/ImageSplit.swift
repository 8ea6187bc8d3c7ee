/// Which images are for training, validation and test.
struct ImageSplit {
  let split: CaseSplit
  /// All images, to which the split refers.
  let images: ImageSet

  /// The authors' test images stay whole and untouched; validation is a stratified share of the authors'
  /// training images, and where the authors keep no test, that is another. An image of training that is,
  /// byte for byte, one of validation or test is left out, and one of validation that is one of test.
  init(_ content: ImageReader.Content, of task: ImageClassification) {
    let source = task.source.rawValue
    let whole = content.test.map { content.training.followed(by: $0) } ?? content.training
    func parts(_ indices: [Int], _ name: String) -> ClassSplit {
      ClassSplit(
        indices, labels: whole.labels, classes: ImageReader.classes, of: source, named: name)
    }
    var learnt = Array(0..<content.training.count)
    var test = Array(content.training.count..<whole.count)
    if content.test == nil { (test, learnt) = parts(learnt, "test").parted(share: task.testShare) }
    let (validation, training) = parts(learnt, "validation").parted(share: task.validationShare)
    let tested = Set(test.map(whole.image))
    let validated = validation.filter { !tested.contains(whole.image($0)) }
    let seen = tested.union(validated.map(whole.image))
    let fitted = training.filter { !seen.contains(whole.image($0)) }
    images = whole
    split = CaseSplit(
      training: parts(fitted, "subset").subset(of: task.trainingLimit),
      validation: parts(validated, "subset").subset(of: task.validationLimit),
      test: parts(test, "subset").subset(of: task.testLimit))
  }
}
