import Experiment
import Foundation
import Harness
import HarnessFixtures
import Planning
import Testing

@Suite struct SchedulingTests {
  private func good(_ count: Int) -> [(String, ToyModel)] {
    (0..<count).map { ("model-\($0)", ToyModel()) }
  }

  private func withBudgets(_ plan: Plan, _ change: (inout PlannedCell) -> Void) -> Plan {
    var plan = plan
    for place in plan.cells.indices { change(&plan.cells[place]) }
    return plan
  }

  @Test func cellsThatRunAloneComeLastAndHaveNoCompany() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var toys = ToyPlan(good(3))
    toys.seeds = 0..<3
    let plan = withBudgets(try toys.plan()) {
      if $0.identity.model == "model-0" { $0.budget.company = .alone }
    }
    var options = bench.options
    options.jobs = 2
    var running: Set<String> = []
    var order: [String] = []
    let summary = try bench.harness.run(plan, options: options) { event in
      if case .cellStarted(let cell, _, _) = event {
        if cell.model == "model-0" { #expect(running.isEmpty) }
        #expect(!running.contains { $0.contains("model-0") })
        running.insert("\(cell)")
        order.append(cell.model)
      }
      // Work is handed out before outcomes are stored, though not beside a cell that runs alone.
      if case .cellStage(let cell, _, .evaluate) = event { running.remove("\(cell)") }
    }
    #expect(summary.states == [.done: 9])
    #expect(order.suffix(3) == ["model-0", "model-0", "model-0"])
    let alone = try bench.store.frame().cells.filter { $0.identity.model == "model-0" }
    #expect(alone.map(\.resources.concurrentCells) == [1, 1, 1])
  }

  @Test func cellsThatNeedMoreMemoryThanThereIsRunOneByOne() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var toys = ToyPlan(good(4))
    // More than any machine has, and nothing is known of the past.
    toys.budget.memoryMebibytes = 1 << 30
    var options = bench.options
    options.jobs = 2
    let summary = try bench.harness.run(try toys.plan(), options: options) { _ in }
    #expect(summary.states == [.done: 4])
    let cells = try bench.store.frame().cells
    #expect(cells.map(\.resources.concurrentCells) == [1, 1, 1, 1])
  }

  @Test func aPieceThatDoesNotFitIsPassedOverAFewTimesOnly() {
    var queue = WorkQueue(count: 100)
    var taken: [Int] = []
    while let item = queue.take(where: { $0 != 0 }) { taken.append(item) }
    #expect(taken == Array(1...16), "then the first one has to be waited for")
    let hasMore = queue.has { $0 != 0 }
    #expect(!hasMore)
    let first = queue.take { _ in true }
    #expect(first == 0)
    queue.putBack(0)
    let again = queue.take { _ in true }
    #expect(again == 0)
    let putBackIsNews = queue.isNews(0)
    queue.handBack(0)
    let handedBack = queue.take { _ in true }
    #expect(handedBack == 0)
    let handedBackIsNews = queue.isNews(0)
    #expect(putBackIsNews && !handedBackIsNews)
    #expect(queue.count == 83)
  }

  @Test func memoryForCellsIsWhatIsFreeLessAReserve() {
    let machine = "MemTotal: 16384000 kB\nMemFree: 100 kB\nMemAvailable: 8192000 kB\n"
    #expect(MachineMemory.room(description: machine, groupLimit: .infinity) == 8000 - 800)
    #expect(MachineMemory.room(description: machine, groupLimit: 2000) == 2000 - 256)
    #expect(MachineMemory.room(description: "", groupLimit: 2000) == .infinity)
  }

  @Test func workersShareTheCoresThatAreAllowed() {
    #expect(Processors.allowed().count >= 1)
    let five = Processors(cores: [0, 1, 2, 5, 7])
    #expect(five.text == "0-2,5,7")
    #expect(five.places(for: 2).map(\.text) == ["0-1", "2,5"])
    #expect(five.places(for: 1).map(\.text) == ["0-2,5,7"])
    #expect(Processors(cores: [3]).places(for: 2).map(\.text) == ["3", "3"])
  }

  @Test func theLoadOfOthersIsStored() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let other = Process()
    other.executableURL = URL(filePath: "/bin/sh")
    // It ends by itself even when the test is killed.
    other.arguments = ["-c", "i=0; while [ $i -lt 20000000 ]; do i=$((i+1)); done"]
    try other.run()
    defer { other.terminate() }
    var slow = ToyModel()
    slow.seconds = 0.6
    // A child of this process, though no worker: only what has been waited for counts as our own.
    _ = try bench.run(ToyPlan([("slow", slow), ("good", ToyModel())]))
    let cells = try bench.cells()
    #expect(try #require(cells["good"]).resources.foreignLoad >= 0)
  }

  @Test func aDisturbedCellIsRunAgainTwiceAndMarked() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var options = bench.options
    options.attempts.mostForeignLoad = -1  // nothing is as quiet as that
    var attempts: [Int] = []
    var last: [Bool] = []
    let plan = try ToyPlan(behaviours: [.good, .throwing]).plan()
    let summary = try bench.harness.run(plan, options: options) { event in
      if case .cellDisturbed(_, let attempt, _, let isLast) = event {
        attempts.append(attempt)
        last.append(isLast)
      }
    }
    #expect(attempts == [1, 2, 3] && last == [false, false, true])
    #expect(summary.states == [.done: 1, .failed: 1])
    #expect(summary.executed == 2)
  }
}
