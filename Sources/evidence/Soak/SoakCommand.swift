import ArgumentParser
import Experiment
import Foundation
import Harness
import HarnessFixtures
import Planning

/// `evidence soak`: cells at full rate for as long as one likes, faults among them; nothing may grow.
struct SoakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Run cells at full rate, faults among them, and exit 1 when anything grows.")

  @Option(help: "How long.")
  var minutes = 2.0

  @Option(help: "Cells at the same time.")
  var jobs = 2

  func run() throws {
    let bench = try TrialBench(
      worker: OwnProcess.executable, arguments: FaultWorkerCommand.arguments)
    defer { bench.remove() }
    var soak = Soak(bench: bench, jobs: jobs)
    var samples: [SoakSample] = []
    let start = ContinuousClock.now
    print(SoakSample.heading)
    repeat {
      // Of a short run at least four samples are wanted.
      try soak.work(seconds: min(60, minutes * 60 / 4))
      samples.append(soak.sample(secondsSinceStart: start.duration(to: .now) / .seconds(1)))
      print(samples[samples.count - 1].line)
    } while start.duration(to: .now) < .seconds(minutes * 60)
    let growth = SoakSample.growth(samples)
    for problem in growth + soak.problems { print("GROWS \(problem)") }
    if !growth.isEmpty || !soak.problems.isEmpty { throw ExitCode(1) }
  }
}
