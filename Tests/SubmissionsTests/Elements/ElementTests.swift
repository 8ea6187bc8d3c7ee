import Experiment
import Submissions
import Testing

@Suite struct ElementTests {
  @Test(arguments: [
    ([], ""), ([4], "4"), ([1, 2], "1,2"), ([3, 1, 2], "1-3"),
    ([7, 3, 3, 4, 5, 9, 10], "3-5,7,9,10"),
  ])
  func numbersAreWrittenAsJobArraysWantThem(numbers: [Int], text: String) {
    #expect(ElementList.text(numbers) == text)
  }

  @Test func aShardWithoutCellsIsNoElement() {
    let elements = SubmissionElement.elements(
      [[Fixture.cell("a")], [], [Fixture.cell("b"), Fixture.cell("c")]], jobs: 1)
    #expect(elements.map(\.number) == [1, 3])
    #expect(elements.map { $0.cells.map(\.task) } == [["a"], ["b", "c"]])
  }

  @Test func memoryHoldsTheLargestLimitsThatCanMeet() {
    let cells = [1000, 3000, 2000].enumerated().map { seed, limit in
      Fixture.cell("a", seed: seed, budget: Budget(memoryMebibytes: limit))
    }
    let one = ElementResources(cells: cells, jobs: 1, expectedSeconds: [:])
    let two = ElementResources(cells: cells, jobs: 2, expectedSeconds: [:])
    #expect(one.memoryMebibytes == 3000 + 256 + 512)
    #expect(two.memoryMebibytes == 5000 + 2 * 256 + 512)
    #expect((one.cores, two.cores) == (1, 2))
  }

  @Test func timeIsTheSumOfTheLimitsUntilDurationsAreKnown() {
    let cells = (0..<3).map {
      Fixture.cell("a", seed: $0, budget: Budget(wallSeconds: 100, retries: $0 == 0 ? 1 : 0))
    }
    let past = Dictionary(uniqueKeysWithValues: cells.map { ($0.identity, 10.0) })
    func seconds(_ jobs: Int, _ expected: [CellIdentity: Double]) -> Double {
      ElementResources(cells: cells, jobs: jobs, expectedSeconds: expected).wallSeconds - 300
    }
    #expect(seconds(1, [:]) == 400)
    // Half the sum and the longest, which is the one with a retry.
    #expect(seconds(2, [:]) == 400)
    #expect(seconds(1, past) == 90)
    #expect(seconds(1, past.filter { $0.key.seed > 0 }) == 400, "one duration is not known")
    #expect(seconds(1, past.mapValues { $0 * 100 }) == 400, "nothing can exceed the limits")
  }

  @Test func resourcesCoverTheLargestOfEach() {
    let parts = [
      ElementResources(cores: 1, memoryMebibytes: 9, wallSeconds: 3),
      ElementResources(cores: 2, memoryMebibytes: 4, wallSeconds: 5),
    ]
    #expect(
      ElementResources.covering(parts)
        == ElementResources(cores: 2, memoryMebibytes: 9, wallSeconds: 5))
  }
}
