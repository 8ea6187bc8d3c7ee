import Experiment
import Foundation
import Harness
import Planning
import Store

/// A whole run as a program: what trials start as a process of its own, to kill it.
package enum TrialRun {
  /// The environment variable with the folder for scratch folders.
  package static let temporary = ToyScratch.variable

  /// Runs the plan in the file `path` into the store of `folder`, prints its events, one line of JSON each,
  /// and ends the program.
  package static func perform(
    plan path: String, folder: String, jobs: Int, worker arguments: [String]
  ) throws -> Never {
    let plan = try JSONDecoder().decode(
      Plan.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    let environment = ProcessInfo.processInfo.environment
    do {
      let store = try ResultStore(path: folder + "/results.sqlite", access: .readWrite)
      let harness = Harness(
        catalogue: ToyShelf.catalogue, store: store,
        worker: WorkerProgram(
          executable: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
          arguments: arguments, environment: environment))
      let control = RunControl()
      let watch = InterruptWatch(control) { exit(130) }
      var options = RunOptions(
        jobs: jobs, selfTests: .skipped, dataFolder: URL(fileURLWithPath: folder + "/data"),
        environment: environment)
      if let temporary = environment[temporary] {
        options.temporaryFolder = URL(filePath: temporary)
      }
      let summary = try harness.run(plan, options: options, control: control) { event in
        let line = (try? JSONEncoder().encode(event)) ?? Data()
        FileHandle.standardOutput.write(line + Data("\n".utf8))
      }
      withExtendedLifetime(watch) {}
      exit(summary.exitCode.rawValue)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(2)
    }
  }
}
