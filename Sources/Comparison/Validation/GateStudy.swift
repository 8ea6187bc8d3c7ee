import Experiment
import Foundation
import Randomness

/// How often the regression gate is wrong, by simulation: made-up results go through the same
/// pairing, moderation, correction and verdicts as real ones.
///
/// The log of a result is a fixed level for its task, model and quantity plus noise over seeds, whose
/// standard deviation is drawn for each task and model, evenly in its logarithm.
public struct GateStudy: Sendable, Equatable {
  /// The study's name in the evidence, as in `false-alarm/paired-3-seeds`.
  public var name: String
  /// What is simulated.
  public var design: GateDesign
  /// How often.
  public var simulations: Int

  /// A study.
  public init(name: String, design: GateDesign, simulations: Int = 1000) {
    self.name = name
    self.design = design
    self.simulations = simulations
  }

  /// The share of simulated comparisons with a regression: the false-alarm rate of a design without an
  /// effect. With an effect, only those count that call the changed model worse, in a row or over all
  /// tasks: the power.
  public func rate() -> Double {
    let random = RandomStream(seed: 0).stream("gate-study").stream(name)
    let alarms = (0..<simulations).count { simulation in
      var stream = random.stream(simulation)
      return isAlarm(&stream)
    }
    return Double(alarms) / Double(simulations)
  }

  private func isAlarm(_ random: inout RandomStream) -> Bool {
    let (ours, theirs) = design.draw(&random)
    guard let comparer = try? Comparer(margin: design.margin) else {
      preconditionFailure("\(design.margin) is no margin")
    }
    let sides = Sides(ours, theirs, profile: .quick, name: name)
    return comparer.judge(of: comparer.drafts(of: sides)).isWorse(
      model: design.factor == 1 ? nil : GateDesign.changedModel)
  }

  /// Same method, no change: at most 5 % of these may raise an alarm.
  public static let falseAlarms: [GateStudy] = {
    var strict = GateDesign(seeds: 3, pairing: .paired)
    strict.margin = 0
    var strictUnpaired = GateDesign(seeds: 3, pairing: .unpaired)
    strictUnpaired.margin = 0
    var correlated = GateDesign(seeds: 3, pairing: .unpaired)
    correlated.taskCorrelation = 0.3
    var wild = GateDesign(models: 12, tasks: 4, seeds: 3, pairing: .unpaired)
    wild.spreads = 0.0005...1
    var wildPaired = wild
    wildPaired.pairing = .paired
    return [
      GateStudy(name: "false-alarm/paired-3-seeds", design: GateDesign(seeds: 3)),
      GateStudy(name: "false-alarm/paired-5-seeds", design: GateDesign(seeds: 5)),
      GateStudy(
        name: "false-alarm/other-3-seeds", design: GateDesign(seeds: 3, pairing: .unpaired)),
      GateStudy(
        name: "false-alarm/other-5-seeds", design: GateDesign(seeds: 5, pairing: .unpaired)),
      GateStudy(name: "false-alarm/paired-3-seeds-no-margin", design: strict),
      GateStudy(name: "false-alarm/other-3-seeds-no-margin", design: strictUnpaired),
      GateStudy(name: "false-alarm/other-3-seeds-correlated-tasks", design: correlated),
      GateStudy(name: "false-alarm/other-3-seeds-wild-spreads", design: wild),
      GateStudy(
        name: "false-alarm/paired-3-seeds-wild-spreads", design: wildPaired),
    ]
  }()

  /// One of eight models is worse on all tasks: at least 90 % of these must be found.
  public static let powers: [GateStudy] = {
    var clear = GateDesign(seeds: 3, pairing: .unpaired)
    clear.spreads = 0.1...0.1
    clear.factor = 1.25
    var five = clear
    five.seeds = 5
    five.factor = 1.2
    var paired = GateDesign(seeds: 3)
    paired.factor = 1.25
    return [
      GateStudy(name: "power/25-percent-worse-other-3-seeds", design: clear),
      GateStudy(name: "power/20-percent-worse-other-5-seeds", design: five),
      GateStudy(name: "power/25-percent-worse-paired-3-seeds", design: paired),
    ]
  }()
}
