import Experiment
import Foundation

/// The variables of a model's program: these and no others, so that no setting of the user's shell can
/// change a number unseen.
enum ModelEnvironment {
  /// What libraries read to learn how many threads they may use.
  private static let threadCounts = [
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS", "NUMBA_NUM_THREADS", "JULIA_NUM_THREADS", "RAYON_NUM_THREADS",
    "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS",
  ]

  private static let workerMark = "ASSAY_WORKER"

  /// The variables of `program` at `place`; `mark` tells it and all that it starts from other processes.
  static func variables(
    of program: ModelProgram, at place: ModelPlace, mark: String
  ) -> [String: String] {
    var variables = [
      "PATH": ProgramPath.searchPath, "LANG": "C.UTF-8", "TZ": "UTC",
      "HOME": place.scratch.path, "TMPDIR": place.scratch.path, "PYTHONHASHSEED": "0",
      "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1",
      "ASSAY_PROTOCOL": String(ModelSession.protocolVersion),
    ]
    for name in threadCounts { variables[name] = String(place.threads) }
    if !program.libraries.isEmpty {
      let libraries = program.libraries.joined(separator: ":")
      for name in ["ASSAY_LIBRARIES", "PYTHONPATH"] { variables[name] = libraries }
    }
    variables.merge(program.environment) { _, given in given }
    variables[ProcessSession.markName] = mark
    // The harness finds by it what a worker that has died left behind.
    variables[workerMark] = ProcessInfo.processInfo.environment[workerMark]
    return variables
  }
}
