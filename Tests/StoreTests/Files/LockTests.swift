import Foundation
import Store
import Testing

@Suite struct LockTests {
  @Test func theSecondWaitsForTheFirst() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    var first = try StoreLock.acquire(path: folder.path, holder: "run 1 of process 7")
    #expect(first != nil)
    var told: [String] = []
    var tries = 0
    let second = try StoreLock.acquire(
      path: folder.path, holder: "run 2", waiting: { told.append($0) },
      isCancelled: {
        tries += 1
        if tries == 2 { first = nil }
        return false
      })
    #expect(second != nil)
    #expect(told == ["run 1 of process 7"])
    #expect(tries == 2)
  }

  @Test func waitingCanBeCancelled() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let first = try StoreLock.acquire(path: folder.path, holder: "run 1")
    let second = try StoreLock.acquire(path: folder.path, holder: "run 2", isCancelled: { true })
    #expect(second == nil)
    withExtendedLifetime(first) {}
  }

  @Test func aProcessIsToldFromALaterOneWithTheSameNumber() {
    let here = ProcessMark.current()
    #expect(here.isAlive)
    let later = ProcessMark(
      identifier: here.identifier, boot: here.boot, started: here.started + 1)
    #expect(!later.isAlive)
    #expect(!ProcessMark(identifier: here.identifier, boot: "other", started: here.started).isAlive)
  }
}
