import Canvas
import Comparison
import Experiment

/// What the models of one task save against a reference, in sentences and tables.
struct SavingWriting {
  /// More models than this are not named with their numbers in one sentence.
  private static let named = 4

  let task: TaskAnswers
  let words: AnswerWords

  init(task: TaskAnswers, names: NameBook, suite: String) {
    self.task = task
    words = AnswerWords(names: names, suite: suite)
  }

  private var quality: String { words.metric(task.quality) }

  func sentences(of saving: TaskAnswers.Saving) -> [[TextSpan]] {
    [equalQuality(saving), times(saving), settings(saving)].compactMap(\.self)
  }

  private func equalQuality(_ saving: TaskAnswers.Saving) -> [TextSpan] {
    let cost = words.metric(saving.cost)
    let found = saving.methods.filter { $0.costAtEqualQuality.ratio.estimate != nil }
    func methods(_ those: (FrontAnswer) -> Bool) -> [MethodSaving] {
      found.filter { those($0.costAtEqualQuality) }.sorted {
        ($0.costAtEqualQuality.ratio.estimate ?? 0) < ($1.costAtEqualQuality.ratio.estimate ?? 0)
      }
    }
    let fewer = methods { $0.saves == true }
    let more = methods { $0.saves == false }
    let cheapest = methods { $0.bound == .cheapest }
    let worse = saving.methods.filter { task.isBetter($0.qualityChange) == false }
    let open = methods { $0.saves == nil && $0.bound != .cheapest }
    let parts = [
      own(saving),
      fewer.isEmpty ? "no model surely needs less" : "less is needed by \(numbered(fewer))",
      more.isEmpty ? nil : "more by \(numbered(more))",
      open.isEmpty ? nil : "undecided: \(numbered(open))",
      cheapest.isEmpty
        ? nil : "the cheapest settings of both are as good for \(listing(cheapest))",
      worse.isEmpty ? nil : "surely worse, each at its own setting: \(listing(worse))",
    ]
    return [
      TextSpan("\(cost) at equal \(quality):", .strong),
      TextSpan(" \(parts.compactMap(\.self).joined(separator: "; "))."),
    ]
  }

  /// Where the reference stands.
  private func own(_ saving: TaskAnswers.Saving) -> String? {
    guard let quality = saving.referenceQuality, let cost = saving.referenceCost else { return nil }
    return "\(words.model(saving.reference)) takes \(NumberText.short(cost.estimate)) for "
      + "\(NumberText.short(quality.estimate))"
  }

  /// As in `Taylor (× 0.51 [0.44, 0.60]) and Error (× 0.70 [0.62, 0.81])`.
  private func numbered(_ methods: [MethodSaving]) -> String {
    let shown = methods.prefix(Self.named).map { method in
      "\(words.model(method.model)) (\(words.factor(method.costAtEqualQuality) ?? ""))"
    }
    let rest = methods.count - shown.count
    return listed(shown + (rest > 0 ? ["\(rest) more"] : []))
  }

  private func listing(_ methods: [MethodSaving]) -> String {
    shortened(methods.map { words.model($0.model) }, most: 6)
  }

  private func side(_ found: [(MethodSaving, Answer)], _ side: Answer.Side) -> String? {
    let methods = found.filter { $0.1 == .notReached(side) }.map(\.0)
    return methods.isEmpty ? nil : listing(methods)
  }

  /// The range of the times, which hold for the machine of the run.
  private func times(_ saving: TaskAnswers.Saving) -> [TextSpan]? {
    let reference = words.model(saving.reference)
    let training = range(saving.methods) { $0.training }
    let prediction = range(saving.methods) { $0.prediction }
    guard training != nil || prediction != nil else { return nil }
    let parts = [
      training.map { "training takes \($0) times as long as that of \(reference)" },
      prediction.map { "a prediction \($0) times as long" },
    ]
    return [
      TextSpan("Time:", .strong),
      TextSpan(" \(parts.compactMap(\.self).joined(separator: ", ")), each at its own setting."),
    ]
  }

  private func range(
    _ methods: [MethodSaving], of answer: (MethodSaving) -> Answer
  ) -> String? {
    let found = methods.map { ($0, answer($0)) }.filter { $0.1.estimate != nil }
      .sorted { ($0.1.estimate ?? 0) < ($1.1.estimate ?? 0) }
    guard let least = found.first, let most = found.last else { return nil }
    func text(_ pair: (MethodSaving, Answer)) -> String {
      "\(words.number(pair.1) ?? "") (\(words.model(pair.0.model)))"
    }
    return found.count == 1 ? text(least) : "from \(text(least)) to \(text(most))"
  }

  /// What the reference's other settings would have given at the cost of each model.
  private func settings(_ saving: TaskAnswers.Saving) -> [TextSpan]? {
    guard !saving.settings.isEmpty else { return nil }
    let (cost, reference) = (words.metric(saving.cost), words.model(saving.reference))
    let found = saving.methods.map { ($0, $0.gainOverSettings) }
    let better = found.filter { task.isBetter($0.1) == true }.map(\.0)
    let worse = found.filter { task.isBetter($0.1) == false }.map(\.0)
    let open = found.filter { $0.1.estimate != nil && task.isBetter($0.1) == nil }.map(\.0)
    let told = [
      better.isEmpty ? nil : "worse than \(listing(better))",
      worse.isEmpty ? nil : "better than \(listing(worse))",
      open.isEmpty ? nil : "neither clearly better nor clearly worse than \(listing(open))",
    ].compactMap(\.self)
    let beyond = [
      side(found, .below).map { "as cheaply as \($0)" },
      side(found, .above).map { "as dearly as \($0)" },
    ].compactMap(\.self)
    let parts =
      (told.isEmpty ? [] : ["would have been \(told.joined(separator: ", "))"])
      + (beyond.isEmpty ? [] : ["was not run \(beyond.joined(separator: " nor "))"])
    guard !parts.isEmpty else { return nil }
    return [
      TextSpan("Other settings alone:", .strong),
      TextSpan(
        " \(reference) with another setting (\(shortened(saving.settings))) at the same \(cost) "
          + "\(parts.joined(separator: "; it "))."),
    ]
  }
}
