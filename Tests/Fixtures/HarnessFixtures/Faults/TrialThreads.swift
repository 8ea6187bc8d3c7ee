import Dispatch
import Foundation
import Synchronization

/// Threads on which trials run; each lives until its trials are over, as a harness asks of its caller.
package struct TrialThreads: Sendable {
  private let count: Int

  package init(count: Int) { self.count = count }

  /// `body` of each of `inputs`, in their order.
  /// - Throws: what `body` threw first
  package func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @Sendable @escaping (Input) throws -> Output
  ) throws -> [Output] {
    let finished = DispatchSemaphore(value: 0)
    let work = Work(inputs: inputs, body: body)
    for _ in 0..<count {
      Thread.detachNewThread {
        work.run()
        finished.signal()
      }
    }
    for _ in 0..<count { finished.wait() }
    return try work.outputs()
  }

  private final class Work<Input: Sendable, Output: Sendable>: Sendable {
    private let inputs: [Input]
    private let body: @Sendable (Input) throws -> Output
    private let next = Atomic<Int>(0)
    private let results = Mutex([Int: Result<Output, any Error>]())

    init(inputs: [Input], body: @Sendable @escaping (Input) throws -> Output) {
      self.inputs = inputs
      self.body = body
    }

    func run() {
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < inputs.count else { return }
        let result = Result { try body(inputs[place]) }
        results.withLock { $0[place] = result }
      }
    }

    func outputs() throws -> [Output] {
      let found = results.withLock { $0 }
      return try found.sorted { $0.key < $1.key }.map { try $0.value.get() }
    }
  }
}
