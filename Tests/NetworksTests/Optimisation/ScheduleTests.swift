import Autodiff
import Foundation
import Networks
import Testing

@Suite struct ScheduleTests {
  /// A few roundings of numbers up to 1; torch multiplies its factors up from step to step.
  private static let tolerance = 1e-13

  @Test(arguments: [
    ("step", LearningRateSchedule.stepDecay(every: 7, factor: 0.9)),
    ("exponential", .exponential(factor: 0.95)),
    ("linear", .linear(from: 0.25, to: 1, over: 12)),
    ("cosine", .cosine(warmUp: 0, total: 30)),
    ("one-cycle", .oneCycle(total: 30, rising: 0.3)),
  ])
  func schedulesFollowTheReference(name: String, schedule: LearningRateSchedule) throws {
    let expected = try #require(try TrajectoryReference.read().schedules[name])
    for (step, wanted) in expected.enumerated() {
      #expect(abs(schedule.factor(at: step) - wanted) < Self.tolerance, "\(name) at \(step)")
    }
  }

  @Test func schedulesAreTheirFormulas() {
    let step = LearningRateSchedule.stepDecay(every: 20, factor: 0.9)
    #expect([0, 19, 20, 40].map(step.factor) == [1, 1, 0.9, 0.81])
    let cosine = LearningRateSchedule.cosine(warmUp: 4, total: 24)
    #expect([0, 3, 4].map(cosine.factor) == [0.25, 1, 1])
    #expect(abs(cosine.factor(at: 14) - 0.5) < 1e-12)
    #expect(cosine.factor(at: 24) < 1e-12)
    let decay = LearningRateSchedule.cosineDecay(to: 0.25, over: 8)
    #expect(decay.factor(at: 0) == 1)
    #expect(abs(decay.factor(at: 4) - 0.625) < 1e-12)
    #expect(abs(decay.factor(at: 8) - 0.25) < 1e-12 && decay.factor(at: 9) == decay.factor(at: 8))
    #expect(LearningRateSchedule.constant.factor(at: 99) == 1)
    #expect(LearningRateSchedule.inverse(decay: 0.25).factor(at: 4) == 0.5)
  }

  @Test func annealingIsGeometric() {
    let course = Annealing(from: 100, to: 10)
    for step in [0, 30, 74] {
      // l₀ e^(-k n) with k = ln(l₀ / l₁) / N
      let wanted = 100 * exp(-log(100.0 / 10) / 75 * Double(step))
      #expect(abs(course.value(at: step, of: 75) - wanted) < 1e-11)
    }
    #expect(Annealing(from: 2.5).value(at: 9, of: 10) == 2.5)
    #expect(course.value(at: 3, of: 0) == 100)
  }

  @Test func aPlateauLowersTheRateAsTheReferenceDoes() throws {
    let reference = try TrajectoryReference.read()
    let rule = PlateauRule(factor: 0.5, patience: 2, threshold: 1e-2, lowest: 0.2)
    var progress = ScheduleProgress(.plateau(rule))
    let found = reference.plateauLosses.map { loss in
      progress.observe(loss)
      return progress.factor(at: 0)
    }
    #expect(found == reference.plateau)
  }

  @Test func aPlateauGoesOnFromItsState() throws {
    let rule = PlateauRule(factor: 0.5, patience: 2)
    var progress = ScheduleProgress(.plateau(rule))
    for loss in [1.0, 1, 1] { progress.observe(loss) }
    var other = ScheduleProgress(.plateau(rule))
    try other.restore(progress.state)
    progress.observe(1)
    other.observe(1)
    #expect(progress == other)
    #expect(other.factor(at: 5) == 0.5)
  }
}
