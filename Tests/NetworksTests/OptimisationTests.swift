import Autodiff
import Foundation
import Networks
import Testing

@Suite struct OptimisationTests {
  private struct Reference: Decodable {
    let c: [Double]
    let rate: Double
    let path: [[Double]]
  }

  @Test func adamFollowsTheReference() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References/adam/adam.json")
    let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    let w = Parameter<Float>(name: "w", shape: [3])
    var adam = Adam([w])
    for expected in reference.path {
      for (index, c) in reference.c.enumerated() {
        w.gradient.start[index] = Float(c) * powf(w.value.start[index] - 1, 3)
      }
      adam.update(learningRate: reference.rate)
      for (found, wanted) in zip(w.value.values, expected) {
        #expect(abs(Double(found) - wanted) < 1e-6)
      }
    }
  }

  @Test func schedulesAreTheirFormulas() {
    let step = LearningRateSchedule.stepDecay(every: 20, factor: 0.9)
    #expect([0, 19, 20, 40].map(step.factor) == [1, 1, 0.9, 0.81])
    let cosine = LearningRateSchedule.cosine(warmUp: 4, total: 24)
    #expect([0, 3, 4].map(cosine.factor) == [0.25, 1, 1])
    #expect(abs(cosine.factor(at: 14) - 0.5) < 1e-12)
    #expect(cosine.factor(at: 24) < 1e-12)
    #expect(LearningRateSchedule.constant.factor(at: 99) == 1)
  }
}
