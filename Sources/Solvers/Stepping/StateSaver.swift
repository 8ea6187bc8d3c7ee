/// Copies of the states that were asked for.
struct StateSaver<S: SolverScalar> {
  private let saving: SolveOptions.Saving
  private let wanted: [Double]
  private var next = 0
  private let scratch: StateSet<S>
  private(set) var times: [Double] = []
  private(set) var states: [[S]] = []

  init(saving: SolveOptions.Saving, count: Int) {
    self.saving = saving
    switch saving {
    case .end, .everyStep: wanted = []
    case .interpolated(let times), .hit(let times): wanted = times
    }
    scratch = StateSet(count: 1, length: count)
  }

  private mutating func save(_ time: Double, _ state: UnsafePointer<S>) {
    times.append(time)
    states.append([S](UnsafeBufferPointer(start: state, count: scratch.length)))
  }

  mutating func saveStart(_ time: Double, state: UnsafePointer<S>) {
    if case .everyStep = saving { save(time, state) }
    if next < wanted.count, wanted[next] == time {
      save(time, state)
      next += 1
    }
  }

  mutating func saveWithin(_ step: Step<S>, _ stepper: any Stepper<S>) {
    if case .everyStep = saving { save(step.end, step.result) }
    while next < wanted.count, wanted[next] <= step.end {
      if wanted[next] == step.end {
        save(step.end, step.result)
      } else {
        stepper.interpolate(
          step, at: (wanted[next] - step.time) / step.size, into: scratch[0])
        save(wanted[next], scratch[0])
      }
      next += 1
    }
  }

  mutating func saveEnd(_ time: Double, state: UnsafePointer<S>) {
    if case .end = saving { save(time, state) }
  }
}
