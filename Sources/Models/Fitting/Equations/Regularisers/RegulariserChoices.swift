import Experiment
import Networks
import Solvers

/// A regulariser and all that is chosen about it; the defaults are the forms that the papers' code has.
public struct RegulariserChoices: Codable, Sendable, Equatable {
  /// How the steps of `error`, `stiffness` and `error-stiffness` are put together.
  public enum Aggregate: String, Codable, Sendable, CaseIterable {
    /// As in the code of the 2021 paper, whose text has sums: errors by their mean, stiffness by its
    /// maximum, both together by their mean.
    case coded
    case mean
    case sum
    case max
  }

  /// What a step of these is multiplied with.
  public enum StepWeighting: String, Codable, Sendable, CaseIterable {
    /// As in that code: errors by the step size, stiffness by nothing.
    case coded
    case none
    case stepSize = "step-size"
  }

  /// Where the further step of `local` starts.
  public enum Place: String, Codable, Sendable, CaseIterable {
    /// Anywhere: the paper's "unbiased".
    case anywhere
    /// At the end of a step of the solve: the paper's "biased".
    case stepEnds = "step-ends"
  }

  /// What the gradient of `local` does with the first stage.
  public enum FirstStage: String, Codable, Sendable, CaseIterable {
    /// Takes it for a constant, as the authors' code does; not the gradient of the value.
    case detached
    /// Follows it, which gives the gradient of the value.
    case attached
  }

  /// Which.
  public var kind = RegulariserKind.none
  /// What it is multiplied with at the first step; 0 for the published weights of the kind of network.
  public var weight = 0.0
  /// What that goes to over the training, geometrically; 0 for no change. Not read with weight 0.
  public var finalWeight = 0.0
  /// How steps are put together.
  public var aggregate = Aggregate.coded
  /// What a step is multiplied with.
  public var stepWeighting = StepWeighting.coded
  /// Where the further step of `local` starts.
  public var place = Place.anywhere
  /// What the gradient of `local` does with the first stage.
  public var firstStage = FirstStage.detached
  /// The derivative that `taylor` penalises, 1 to 3.
  public var order = 3
  /// How far `steer` moves the end of the span, as a share of the span; of spans with saved times, how far
  /// each of these moves, as a share of the time since the one before.
  public var halfWidth = 0.5

  /// No regulariser.
  public init() {}
}

extension RegulariserChoices {
  /// - Throws: `AssayError` (bad input) for a number out of range.
  func check(model: String) throws {
    let numbers = [weight, finalWeight]
    let isFinal = finalWeight == 0 || weight > 0
    guard numbers.allSatisfy({ $0 >= 0 && $0.isFinite }), isFinal, (1...3).contains(order),
      halfWidth > 0, halfWidth < 1
    else {
      throw AssayError(
        .badInput, where: "model \(model)",
        found: "a regulariser with weight \(weight), finalWeight \(finalWeight), order \(order), "
          + "halfWidth \(halfWidth)",
        expected:
          "weights of 0 or more, a finalWeight only beside a weight, an order of 1 to 3 and a "
          + "halfWidth above 0 and below 1",
        remedy: "correct the equation's regulariser")
    }
  }

  /// The weight over the training, given the `published` ones of the kind of network; 1 where nothing is
  /// published. That of `local` belongs to the detached form, whose gradient is larger by orders of
  /// magnitude; the value of the attached form is a sample of what `error` takes the mean of, and has its
  /// weight.
  func course(published: [RegulariserKind: Annealing]) -> Annealing {
    guard weight > 0 else {
      let isAttached = kind == .local && firstStage == .attached
      return published[isAttached ? .error : kind] ?? Annealing(from: 1)
    }
    return Annealing(from: weight, to: finalWeight > 0 ? finalWeight : nil)
  }

  /// The penalties on steps that the kind is made of, and the factor of each.
  var stepPenalties: [(regulariser: StepRegulariser, factor: Float)] {
    let error = step(.error, .mean, .stepSize)
    switch kind {
    case .error: return [(error, 1)]
    case .stiffness: return [(step(.stiffness, .maximum, .none), 1)]
    case .errorStiffness: return [(error, 1), (step(.stiffness, .mean, .none), 0.1)]
    default: return []
    }
  }

  private func step(
    _ heuristic: StepRegulariser.Heuristic, _ codedAggregate: StepRegulariser.Aggregate,
    _ codedWeighting: StepRegulariser.Weighting
  ) -> StepRegulariser {
    let aggregate: StepRegulariser.Aggregate =
      switch aggregate {
      case .coded: codedAggregate
      case .mean: .mean
      case .sum: .sum
      case .max: .maximum
      }
    let weighting: StepRegulariser.Weighting =
      switch stepWeighting {
      case .coded: codedWeighting
      case .none: .none
      case .stepSize: .stepSize
      }
    return StepRegulariser(heuristic, aggregate, weighting)
  }

  /// The penalty on one further step, whose error is measured as those of the solve.
  func localPenalty(_ measure: ErrorMeasure) -> LocalPenalty {
    LocalPenalty(
      LocalRegulariser(measure: measure), at: place == .anywhere ? .anywhere : .stepEnds,
      firstStage: firstStage == .detached ? .detached : .attached)
  }
}
