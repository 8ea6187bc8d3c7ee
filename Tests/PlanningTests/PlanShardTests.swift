import Experiment
import Planning
import Testing

@Suite struct PlanShardTests {
  private func plan(tasks: Int, models: Int, seeds: Int) -> Plan {
    let cells = (0..<tasks).flatMap { task in
      (0..<models).flatMap { model in
        (0..<seeds).map { seed in
          PlannedCell(
            identity: CellIdentity(
              suite: "s", task: "t\(task)", model: "m\(model)", seed: seed, profile: .quick),
            task: RecipeUse(name: "t", parameters: "{}"),
            model: RecipeUse(name: "m", parameters: "{}"), metrics: [], budget: Budget())
        }
      }
    }
    let suite = SuiteDescription(
      id: "s", title: "S", summary: "S.", reference: "none", tasks: [], models: [], metrics: [:])
    return Plan(suite: suite, resolvedSuite: "{}", profile: .quick, cells: cells)
  }

  @Test(arguments: [(3, 4, 5), (1, 1, 1), (4, 3, 1), (2, 5, 3)], [1, 2, 3, 4, 7])
  func shardsShareNothingAndHaveAll(_ size: (Int, Int, Int), count: Int) throws {
    let plan = plan(tasks: size.0, models: size.1, seeds: size.2)
    let shards = try (1...count).map { try plan.shard($0, of: count) }
    let dealt = shards.flatMap(\.cells).map(\.identity)
    #expect(dealt.sorted() == plan.cells.map(\.identity).sorted())
    for shard in shards {
      #expect(
        shard.cells.map(\.identity)
          == plan.cells.map(\.identity).filter { cell in
            shard.cells.contains { $0.identity == cell }
          }, "the order is the plan's")
      #expect(shard.suite == plan.suite && shard.resolvedSuite == plan.resolvedSuite)
    }
    // Models come first: what is over of two models can fall on one shard.
    let sizes = shards.map(\.cells.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 2)
  }

  @Test(arguments: [2, 3, 4, 5])
  func everyModelIsSpreadEvenly(count: Int) throws {
    let plan = plan(tasks: 4, models: 3, seeds: 1)
    for model in ["m0", "m1", "m2"] {
      let counts = try (1...count).map { index in
        try plan.shard(index, of: count).cells.count { $0.identity.model == model }
      }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
  }

  @Test(arguments: [(0, 3), (4, 3), (1, 0), (-1, 2)])
  func aShardThatThereIsNotIsRefused(_ asked: (Int, Int)) {
    let error = #expect(throws: AssayError.self) {
      try plan(tasks: 1, models: 1, seeds: 2).shard(asked.0, of: asked.1)
    }
    #expect(error?.kind == .badInput)
    #expect(error?.location == "shard \(asked.0)/\(asked.1)")
  }
}
