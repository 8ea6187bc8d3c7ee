import Experiment
import Foundation
import Planning
import Submissions
import Synchronization
import TestSupport

/// A made-up submission and a stand-in for the program.
enum Fixture {
  static func cell(
    _ task: String, _ model: String = "fno", seed: Int = 0, budget: Budget = Budget()
  ) -> PlannedCell {
    PlannedCell(
      identity: CellIdentity(
        suite: "waves", task: task, model: model, seed: seed, profile: .quick),
      task: RecipeUse(name: "ripple", parameters: "{}"),
      model: RecipeUse(name: model, parameters: "{}"), metrics: [], budget: budget)
  }

  static func submission(
    _ launcher: LauncherKind = .slurm, elements: Int = 3, program: String = "/opt/assay/bin/assay",
    workingFolder: String = "/scratch/it's here", atOnce: Int = 2, options: [String] = []
  ) -> Submission {
    let shards = (1...elements).map { number in
      [cell("ripple", seed: 2 * number - 2), cell("ripple", seed: 2 * number - 1)]
    }
    return Submission(
      id: "20260731-134502-4711", version: "1.2.3", program: program,
      workingFolder: workingFolder, store: "\(workingFolder)/.assay/results.sqlite",
      selection: ["waves", "--profile", "quick", "--models", "fno", "--model", "my model.yaml"],
      runOptions: ["--jobs", "1"], shardCount: elements,
      elements: SubmissionElement.elements(shards, jobs: 1), atOnce: atOnce, launcher: launcher,
      slurmOptions: options)
  }

  static let place = SubmissionFolder(
    URL(filePath: "/scratch/it's here/.assay/submissions/20260731-134502-4711"))

  /// A program that notes its arguments, leaves a shard, and ends as the file `<step>.plan` beside it
  /// says: an exit code, or `hang` until it is told to stop.
  static func program(in folder: TemporaryFolder) throws -> String {
    let script = #"""
      #!/usr/bin/env bash
      here=$(dirname "$0")
      printf '%s\n' "$*" >>"$here/calls"
      step=$1
      while [ $# -gt 0 ]; do
        case $1 in
          --shard) step=${2%/*} ;;
          --store) store=$2 ;;
        esac
        shift
      done
      if [ "$step" != data ] && [ "$step" != merge ]; then echo "$step" >>"$store"; fi
      plan=$(cat "$here/$step.plan" 2>/dev/null || echo 0)
      if [ "$plan" = hang ]; then
        trap 'exit 130' TERM
        while true; do sleep 0.02; done
      fi
      exit "$plan"
      """#
    return try folder.writeProgram(script + "\n", to: "assay").path
  }

  /// Waits until `condition` holds, at most ten seconds.
  static func eventually(_ condition: () throws -> Bool) throws -> Bool {
    for _ in 0..<1000 {
      if try condition() { return true }
      usleep(10_000)
    }
    return false
  }
}

/// Stands in for Slurm's programs: notes each command and answers as told.
final class FakeCommands: Sendable {
  private let calls = Mutex<[[String]]>([])
  private let answer: @Sendable ([String], Int) -> ExternalCommand.Outcome

  init(_ answer: @escaping @Sendable ([String], Int) -> ExternalCommand.Outcome) {
    self.answer = answer
  }

  var said: [[String]] { calls.withLock { $0 } }

  var command: ExternalCommand {
    ExternalCommand { [self] words in
      let number = calls.withLock {
        $0.append(words)
        return $0.count
      }
      return answer(words, number)
    }
  }
}
