import Autodiff
import Networks

/// A random pass of PDE-Refiner for each sample of a training step.
struct RefinementDraw {
  /// Standard normal numbers, [samples, 2, height, width].
  let noise: Variable<Float>
  /// a[k] of each sample.
  let signal: Variable<Float>
  /// n[k] of each sample.
  let level: Variable<Float>
  /// n[k], but 0 for the first pass, whose input is zero.
  let inputNoise: Variable<Float>
  /// k as a channel for each pass, [samples, passes].
  let pass: Variable<Float>

  /// Draws anew before each training step, k uniformly.
  init(_ schedule: RefinementSchedule, _ flow: FlowRole, in graph: SampleGraph) {
    let (tape, samples, passes) = (graph.tape, graph.samples, schedule.variances.count)
    let noise = tape.constant([samples] + flow.velocityShape)
    let (signal, level) = (tape.constant([samples]), tape.constant([samples]))
    let (inputNoise, pass) = (tape.constant([samples]), tape.constant([samples, passes]))
    graph.beforeEachStep("refinement") { random in
      for sample in 0..<samples {
        let k = random.index(below: passes)
        signal.value[sample] = Float(schedule.signals[k])
        level.value[sample] = Float(schedule.noises[k])
        inputNoise.value[sample] = k == 0 ? 0 : Float(schedule.noises[k])
        for other in 0..<passes { pass.value[sample * passes + other] = other == k ? 1 : 0 }
        for index in 0..<noise.elementsPerSample {
          noise.value[sample * noise.elementsPerSample + index] = Float(random.normal())
        }
      }
    }
    (self.noise, self.signal, self.level) = (noise, signal, level)
    (self.inputNoise, self.pass) = (inputNoise, pass)
  }
}
