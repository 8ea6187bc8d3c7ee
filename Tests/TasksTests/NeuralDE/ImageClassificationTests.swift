import Experiment
import Foundation
import Tasks
import Tensors
import TestSupport
import Testing

@Suite struct ImageClassificationTests {
  private func prepared(
    _ folder: URL, _ change: (inout ImageClassification) -> Void = { _ in }
  ) throws -> any PreparedTask {
    var task = ImageClassification()
    task.source = .mnist
    change(&task)
    return try task.prepare(DataLocation(folder: folder, origin: .imported, contentHash: "x"))
  }

  private func withImages<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      try ImageFolder(folder: folder).write("train", count: 10)
      // The first test image of each class is the last training image.
      try ImageFolder(folder: folder).write("t10k", count: 3, first: 9)
      return try body(folder)
    }
  }

  /// The class of each sample of a batch, which is its first pixel.
  private static let oracle = AnsweringModel("logits") { inputs in
    let image = try inputs.required("image")
    var logits = Tensor(shape: [image.shape[0], 10])
    for row in 0..<image.shape[0] {
      logits.values[row * 10 + Int((image.values[row * 784] * 255).rounded())] = 5
    }
    return logits
  }

  @Test func theAuthorsTestIsTheTestAndValidationIsApart() throws {
    try withImages { folder in
      let task = try prepared(folder)
      #expect(task.role.inputs == [Role.Slot(name: "image", shape: [1, 28, 28], unit: "1")])
      #expect(task.role.outputs == [Role.Slot(name: "logits", shape: [10], unit: "1")])
      let counts = Dictionary(grouping: task.cases, by: \.split).mapValues(\.count)
      // One of ten of each class is for validation; whatever is one of the ten images of the test is left out.
      #expect((counts[.training] ?? 0) + (counts[.validation] ?? 0) == 90)
      #expect(counts[.test] == 30)
      let (training, test) = (
        task.cases.filter { $0.split == .training }, task.cases.filter { $0.split == .test }
      )
      #expect(Set(training.map(\.signature)).isDisjoint(with: test.map(\.signature)))
      #expect(Set(task.cases.map(\.name)).count == task.cases.count)
    }
  }

  @Test func valuesAreDividedBy255AndTargetsAreOneForTheTrueClass() throws {
    try withImages { folder in
      let training = try prepared(folder).training
      let (images, targets) = (
        try training.inputs.required("image"), try training.targets.required("logits")
      )
      #expect(images.values.max() == 1)
      for row in 0..<images.shape[0] {
        let label = Int((images.values[row * 784] * 255).rounded())
        let expected = (0..<10).map { Float($0 == label ? 1 : 0) }
        #expect(Array(targets.values[row * 10..<row * 10 + 10]) == expected)
      }
    }
  }

  @Test func limitsTakeAsManyOfEveryClassAndAlwaysTheSame() throws {
    try withImages { folder in
      let limited: (inout ImageClassification) -> Void = {
        $0.trainingLimit = 40
        $0.validationLimit = 5
        $0.testLimit = 20
      }
      let (first, second) = (try prepared(folder, limited), try prepared(folder, limited))
      let targets = try first.training.targets.required("logits")
      let perClass = (0..<10).map { label in
        (0..<40).reduce(0) { $0 + targets.values[$1 * 10 + label] }
      }
      #expect(perClass == Array(repeating: 4, count: 10))
      #expect(first.cases == second.cases)
      #expect(first.training.validationInputs.sampleCount == 5)
    }
  }

  @Test func scoresAreOfTheWholeTestAndOfMetricsOfClassesAlone() throws {
    try withImages { folder in
      let task = try prepared(folder)
      let right = try task.evaluate(Self.oracle, metrics: .outcomes)
      #expect(right.number("right", "classification") == 1)
      #expect(right.measurements.map(\.metric) == ["right"])
      #expect(right.measurements[0].sampleCount == 30)
      let constant = AnsweringModel("logits") {
        Tensor(shape: [$0.sampleCount, 10])
      }
      let chance = try task.evaluate(constant, metrics: .outcomes)
      #expect(abs((chance.number("right", "classification") ?? 0) - 0.1) < 1e-12)
    }
  }

  @Test func aModelThatBreaksTheRoleIsRefused() throws {
    try withImages { folder in
      let wrong = AnsweringModel("logits") { Tensor(shape: [$0.sampleCount, 9]) }
      let error = #expect(throws: AssayError.self) {
        try prepared(folder).evaluate(wrong, metrics: .outcomes)
      }
      #expect(error?.kind == .unmetRequirement)
      #expect(error?.expected == "'logits' of shape [30, 10]")
    }
  }

  @Test func filesThatAreAbsentOrDoNotFitAreTold() throws {
    try withTemporaryFolder { folder in
      #expect(throws: AssayError.self) { try prepared(folder) }
      let files = ImageFolder(folder: folder)
      try files.write("train", count: 1)
      try files.write("t10k", count: 1)
      try files.idx([9], Array(0..<9), "t10k-labels-idx1-ubyte")
      let short = #expect(throws: AssayError.self) { try prepared(folder) }
      #expect(short?.expected == "a label for each of 10 images")
      try files.idx([10], Array(1...10), "t10k-labels-idx1-ubyte")
      let foreign = #expect(throws: AssayError.self) { try prepared(folder) }
      #expect(foreign?.found == "class 10 of image 9")
    }
  }

  @Test func parametersOutOfRangeAreRefused() throws {
    try withTemporaryFolder { folder in
      for change: (inout ImageClassification) -> Void in [
        { $0.validationShare = 0 }, { $0.testShare = 1 }, { $0.trainingLimit = -1 },
      ] {
        let error = #expect(throws: AssayError.self) { try prepared(folder, change) }
        #expect(error?.location.hasPrefix("task image-classification, ") == true)
      }
    }
  }

  /// The shipped file: 500 images a class, a fifth of them kept for the test.
  @Test func theShippedDigitsAreSplitByClass() throws {
    var task = ImageClassification()
    task.source = .mnist5k
    let prepared = try task.prepare(
      DataLocation(
        folder: PackageFolder.url.appending(path: "Suites/neural-de/data/mnist-5k"),
        origin: .shipped, contentHash: "x"))
    let counts = Dictionary(grouping: prepared.cases, by: \.split).mapValues(\.count)
    #expect(counts == [.training: 3600, .validation: 400, .test: 1000])
  }
}
