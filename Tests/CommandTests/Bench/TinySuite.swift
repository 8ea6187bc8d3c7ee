/// A suite whose cells take milliseconds: six cases of 16 x 16 cells and a network of 698 numbers.
struct TinySuite {
  var outputSize = 16
  var sweeps = "prop"
  /// Parameters of the small network.
  var network = "width: 4, modes: 3, layers: 1, projection: 8"
  /// A line of the file and what stands there instead.
  var replacing: (line: String, by: String)?

  var text: String {
    let text = """
      schema: 1
      id: tiny
      title: Tiny
      summary: A suite for tests.
      reference: "nobody 2026"
      metrics:
        nmse: nmse
      tasks:
        - id: prop
          title: Fluid properties
          summary: Six fluids.
          task:
            cfd-bench:
              {sweeps: [\(sweeps)], frameInterval: 0.00002, frames: 6, rolloutSteps: 3, caseLimit: 6,
               split: {training: 0.5, validation: 0.2}, outputSize: \(outputSize)}
          metrics: [nmse]
          primary:
            - {metric: nmse, evaluation: one-step}
      models:
        - id: identity
          title: Identity
          summary: Nothing changes.
          model: identity
        - id: fno
          title: FNO
          summary: A small one.
          model: {fno: {\(network)}}
      profiles:
        quick:
          seeds: [0, 1]
          tasks: all
          models: all
          budget: {trainingSteps: 2, batchSize: 4, wallSeconds: 60, memoryMebibytes: 2000}
        # Cells of about a third of a second.
        standard:
          seeds: [0, 1, 2, 3, 4, 5]
          tasks: all
          models: all
          budget: {trainingSteps: 600, batchSize: 4, wallSeconds: 60, memoryMebibytes: 2000}
        # A network that learns until it is killed.
        paper:
          seeds: [0]
          tasks: all
          models: all
          budget: {trainingSteps: 900000000, batchSize: 4, wallSeconds: 60, memoryMebibytes: 2000}

      """
    return replacing.map { text.replacing($0.line, with: $0.by) } ?? text
  }
}
