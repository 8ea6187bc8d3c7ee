import Foundation
import Models
import Testing

@Suite struct RefinementScheduleTests {
  private let schedule = RefinementSchedule(refinements: 3, minimumNoise: 4e-7)

  @Test func theVariancesAreTheMinimumToThePowersOfThirds() {
    let expected: [Double] = [1, cbrt(4e-7), cbrt(4e-7 * 4e-7), 4e-7]
    for (found, expected) in zip(schedule.variances, expected) {
      let error: Double = abs(found / expected - 1)
      #expect(error < 1e-12)
    }
  }

  @Test func theFirstPassSeesNothingAndTheLastAlmostAll() {
    #expect(schedule.signals[0] == 0 && schedule.noises[0] == 1)
    let (signal, noise): (Double, Double) = ((1 - 4e-7).squareRoot(), (4e-7).squareRoot())
    #expect(abs(schedule.signals[3] - signal) < 1e-15)
    // the square of the signal is one minus a small number, which costs its digits
    let error: Double = abs(schedule.noises[3] / noise - 1)
    #expect(error < 1e-9)
    #expect(schedule.noises == schedule.noises.sorted(by: >))
  }

  @Test func signalAndNoiseOfEachPassHaveTheSquareOne() {
    for (signal, noise) in zip(schedule.signals, schedule.noises) {
      let error: Double = abs(signal * signal + noise * noise - 1)
      #expect(error < 1e-15)
    }
  }

  @Test func theFirstEstimateIsNoisedAnew() {
    let renewal = schedule.renewal(after: 0)
    #expect(renewal.input == 0)
    #expect(renewal.estimate == schedule.signals[1] && renewal.noise == schedule.noises[1])
  }

  /// With the exact y and the noise of a pass, the next input has the signal and the noise of its pass.
  @Test(arguments: [0, 1, 2]) func aRenewalKeepsToTheSchedule(k: Int) {
    let renewal = schedule.renewal(after: k)
    let signal = renewal.estimate + renewal.input * schedule.signals[k]
    let noise = hypot(renewal.input * schedule.noises[k], renewal.noise)
    #expect(abs(signal - schedule.signals[k + 1]) < 1e-12)
    #expect(abs(noise - schedule.noises[k + 1]) < 1e-12)
  }

  @Test func withoutRefinementsThereIsOnePassFromNothing() {
    let plain = RefinementSchedule(refinements: 0, minimumNoise: 4e-7)
    #expect(plain.variances == [1] && plain.signals == [0] && plain.noises == [1])
  }
}
