import Autodiff
import Randomness
import Tensors

/// A training under way: what changes from step to step.
struct TrainingRun {
  let trainer: Trainer
  let data: SampleSet
  let random: RandomStream
  private let passes: BatchPasses
  private let parameters: ParameterSet<Float>
  private var optimiser: any Optimiser<Float>
  private var average: ParameterAverage<Float>?
  private var progress: ScheduleProgress
  private var order: BatchOrder
  private var judge: ValidationJudge
  private var batch: [Int] = []
  private(set) var record = TrainingRecord()

  init(
    _ trainer: Trainer, _ network: some FieldNetwork, _ data: SampleSet, _ validation: SampleSet,
    _ random: RandomStream, _ resources: TrainingResources
  ) {
    let batchSize = min(trainer.batchSize, data.count)
    self.trainer = trainer
    self.data = data
    self.random = random
    passes = BatchPasses(network, trainer, samples: data.count, resources)
    parameters = network.parameters
    optimiser = trainer.optimiser.optimiser(of: parameters.parameters, by: passes.team)
    if case .exponential(let decay) = trainer.averaging {
      average = ParameterAverage(parameters.parameters, decay: decay)
    }
    progress = ScheduleProgress(trainer.schedule)
    order = BatchOrder(
      count: data.count, batchSize: batchSize, rule: trainer.batches,
      random: random.stream("shuffle"))
    judge = ValidationJudge(network, validation)
    batch.reserveCapacity(batchSize)
  }

  /// Takes one step, with what is due after it; false when the training ends here.
  mutating func step() -> Bool {
    let step = record.steps
    order.fill(&batch)
    let pass = passes.of(batch.count)
    pass.load(batch, of: data, step: step, random)
    let (clipping, parameters) = (trainer.clipping, parameters.parameters)
    let rate = trainer.learningRate * progress.factor(at: step)
    let loss = optimiser.step(learningRate: rate) {
      let loss = pass.forward()
      guard loss.isFinite else { return loss }
      pass.backward()
      clipping.clip(parameters)
      return loss
    }
    guard loss.isFinite else {
      record.isDiverged = true
      record.stopped = "the training loss was not finite after \(step) steps"
      if let origin = pass.firstNotFinite() { record.stopped += ": \(origin)" }
      return false
    }
    if trainer.isCurvePoint(step) {
      record.training.append(.init(step: step, loss: loss))
      record.readings += pass.readings(at: step)
    }
    record.steps = step + 1
    average?.update()
    return trainer.isCheck(record.steps) ? check(loss) : true
  }

  /// Judges the parameters, or their average; false when patience has run out.
  private mutating func check(_ trainingLoss: Double) -> Bool {
    average?.exchange()
    let validationLoss = judge.check(&record)
    average?.exchange()
    progress.observe(validationLoss ?? trainingLoss)
    guard trainer.patience.isExhausted(after: judge.checksSinceBest) else { return true }
    record.stopped =
      "no lower validation loss in \(judge.checksSinceBest) checks, up to step \(record.steps)"
    return false
  }

  /// Leaves the parameters that are kept in the network.
  mutating func finished() -> TrainingRecord {
    if !judge.restoreBest(&record) { average?.exchange() }
    return record
  }

  /// Checks that all fits into the memory of the resources before any of it is asked for.
  func requireMemory() throws {
    var copies = 1 + passes.gradientCopies + trainer.optimiser.numbersPerParameter
    if average != nil { copies += 1 }
    if judge.isNeeded { copies += 1 }
    let numbers = copies * parameters.count
    try passes.requireMemory(besides: numbers * MemoryLayout<Float>.stride)
  }
}

// What a checkpoint keeps.
extension TrainingRun: Resumable {
  var state: NamedState<Float> {
    var state = NamedState<Float>()
    for parameter in parameters.stored {
      state.put("parameters/\(parameter.name)", parameter.value, shape: parameter.shape)
    }
    state.put("optimiser", optimiser.state)
    if let average { state.put("average", average.state) }
    state.put("schedule", progress.state)
    state.put("batches", order.state)
    state.put("judge", judge.state)
    state.put("record", record.state)
    return state
  }

  mutating func restore(_ state: NamedState<Float>) throws {
    try self.state.checkLayout(of: state)
    for parameter in parameters.stored {
      try state.load("parameters/\(parameter.name)", into: parameter.value)
    }
    try optimiser.restore(state.part("optimiser"))
    try average?.restore(state.part("average"))
    try progress.restore(state.part("schedule"))
    try order.restore(state.part("batches"))
    try judge.restore(state.part("judge"))
    record = try TrainingRecord(state.part("record"))
  }
}
