import COpenBLAS
import CProcess
import Experiment
import Foundation
import Tensors

/// The life of a worker process: orders in, outcomes out, until its harness is gone.
public enum WorkerMain {
  /// Serves orders from standard input until it ends; the body of the hidden `worker` subcommand.
  ///
  /// Answers go to a private copy of standard output; what a model prints goes with standard error
  /// into the cell's log. The process dies with its harness, and its children with it.
  public static func run(catalogue: Catalogue) throws {
    dieWithTheHarness()
    var stream = privateStream()
    var shelf = PreparedTaskShelf()
    try stream.send(WorkerReply.hello(version: WorkerReply.version))
    while let request = try stream.next(WorkerRequest.self) {
      let reply = answer(request, catalogue, &shelf, stream)
      // The log of a cell ends before its answer begins.
      fflush(nil)
      try stream.send(reply)
    }
  }

  private static func answer(
    _ request: WorkerRequest, _ catalogue: Catalogue, _ shelf: inout PreparedTaskShelf,
    _ stream: FrameStream
  ) -> WorkerReply {
    do {
      switch request {
      case .cell(let order):
        prepareNumerics(order)
        return .outcome(
          try CellRun.perform(order, catalogue: catalogue, shelf: &shelf) {
            try stream.send(WorkerReply.stage($0))
          })
      case .selfTest(let order):
        prepareNumerics(order)
        return .selfTested(
          try SelfTest(order: order, catalogue: catalogue).findings(shelf: &shelf))
      case .part(let order):
        try make(order, catalogue)
        return .partMade
      }
    } catch {
      return .raised(ModelFailure(thrown: error))
    }
  }

  private static func prepareNumerics(_ order: CellOrder) {
    openblas_set_num_threads(Int32(order.threads))
    order.kernels.select()
  }

  private static func make(_ order: PartOrder, _ catalogue: Catalogue) throws {
    let dataset = try catalogue.task(order.task).dataset
    guard let part = dataset.parts.first(where: { $0.path == order.part }) else {
      preconditionFailure("the dataset \(dataset.identifier) lost its part \(order.part)")
    }
    try dataset.generate(part, into: order.folder)
  }

  /// The kernel's signal reaches this process alone; a thread that waits for it passes it to the
  /// whole session, so that programs which a model started die too.
  private static func dieWithTheHarness() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGHUP)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Thread.detachNewThread {
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGHUP)
      var received: Int32 = 0
      sigwait(&signals, &received)
      ProcessSession.kill(leader: getpid())
    }
    _ = assay_signal_on_parent_death(SIGHUP)
  }

  private static func privateStream() -> FrameStream {
    let firstPrivateDescriptor: Int32 = 100
    let stream = FrameStream(
      input: fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, firstPrivateDescriptor),
      output: fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, firstPrivateDescriptor))
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, STDIN_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    close(nothing)
    _ = assay_buffer_output_by_line()
    return stream
  }
}
