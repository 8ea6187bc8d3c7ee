import Canvas
import Comparison
import Experiment

/// What a suite asks of its models together, answered task by task: what each saves at equal quality, and
/// how groups of them stand to each other.
struct AnswerWriting {
  let section: Leaderboard.Section
  let names: NameBook
  let answers: [TaskAnswers]

  private var suite: String { section.suite.id }
  private var place: String { Place.suite(suite, section.profile) + ".answers" }

  /// A section when there is an answer.
  func sections() -> [Section] {
    guard !answers.isEmpty else { return [] }
    var head = Section(
      id: place, title: "\(section.suite.title): answers", note: section.profile.label,
      blocks: [.paragraph(opening())])
    head.blocks += questions.enumerated().compactMap { index, question in
      overview(index, question).map { .table($0) }
    }
    head.parts = answers.map(part)
    return [head]
  }

  /// The different questions about savings, each with the tasks on which it was asked.
  private var questions: [[(task: TaskAnswers, saving: TaskAnswers.Saving)]] {
    var questions: [[(task: TaskAnswers, saving: TaskAnswers.Saving)]] = []
    for task in answers {
      for saving in task.savings {
        let place = questions.firstIndex {
          $0[0].saving.reference == saving.reference && $0[0].saving.cost == saving.cost
        }
        if let place {
          questions[place].append((task, saving))
        } else {
          questions.append([(task, saving)])
        }
      }
    }
    return questions
  }

  private func opening() -> [TextSpan] {
    let check =
      section.profile == .quick
      ? " This is a quick check: few samples, few seeds and short training." : ""
    return [
      TextSpan("How this is answered.", .strong, target: .place("method.equal-quality")),
      TextSpan(
        " A model that is cheaper may only be worse, and what it saves, a looser setting may save "
          + "as well. So each is set beside its reference at the best quality that both reach, less "
          + "a hundredth, where each takes whichever of its settings gets there cheapest. Intervals "
          + "are at 95\u{A0}% over seeds and not corrected for their number." + check),
    ]
  }

  /// The ratio of costs at equal quality, a row a model and a column a task.
  private func overview(
    _ index: Int, _ asked: [(task: TaskAnswers, saving: TaskAnswers.Saving)]
  ) -> Table? {
    guard asked.count > 1 else { return nil }
    let question = asked[0].saving
    let models = section.suite.models.map(\.id).filter { id in
      asked.contains { $0.saving.methods.contains { $0.model == id } }
    }
    let words = AnswerWords(names: names, suite: suite)
    let rows = models.map { model in
      Table.Row(
        cells: [Table.Cell(names.model(model, in: suite), .strong)]
          + asked.map { _, saving in
            saving.methods.first { $0.model == model }.map {
              words.ratioCell($0.costAtEqualQuality)
            } ?? .missing("not run")
          })
    }
    let cost = names.metric(question.cost.metric, in: suite)
    return Table(
      id: "\(place).overview\(index)",
      caption: [
        TextSpan("\(cost) at equal quality.", .strong, target: .place("method.equal-quality")),
        TextSpan(
          " The \(cost) of each model over that of \(names.model(question.reference, in: suite)) "
            + "at the best quality that both reach; below 1 the model saves."),
      ],
      columns: [Table.Column(title: "Model")]
        + asked.map { task, _ in
          Table.Column(
            title: names.task(task.task, in: suite), alignment: .end,
            detail: "equal " + words.metric(task.quality))
        }, rows: rows, legend: AnswerWords.legend)
  }

  private func part(_ task: TaskAnswers) -> Section {
    let id = Place.task(task.task, suite, section.profile) + ".answers"
    let writing = SavingWriting(task: task, names: names, suite: suite)
    var sentences: [[TextSpan]] = []
    var tables: [Table] = []
    for (index, saving) in task.savings.enumerated() {
      sentences += writing.sentences(of: saving)
      tables.append(writing.savings(saving, id: "\(id).saving\(index)"))
      tables.append(writing.times(saving, id: "\(id).times\(index)"))
    }
    if !task.contrasts.isEmpty {
      let contrasts = ContrastWriting(task: task, names: names, suite: suite)
      sentences += task.contrasts.map(contrasts.sentence)
      tables.append(contrasts.table(id: "\(id).contrasts"))
    }
    return Section(
      id: id, title: names.task(task.task, in: suite), note: section.profile.label,
      blocks: [.list(sentences)] + tables.map { .table($0) })
  }
}
