/// A law of a model's program.
enum ConformanceLaw: String {
  case starts = "it starts and answers 'hello' with protocol 1"
  case fits = "it answers 'fit' within its steps"
  case curves = "it tells how its loss went"
  case predicts = "it answers 'predict' with the role's outputs by name, shape and type"
  case finite = "its predictions are finite"
  case repeats = "the same question gets the same answer"
  case batches = "it answers for one sample and for many"
  case independence = "a prediction does not depend on the other samples"
  case influence = "a prediction depends on the input"
  case sharing = "bodies through memory and through the pipe get the same answer"
  case saving = "what it saved it can load, with the same predictions"
  case goodbye = "it ends by itself on 'bye', with code 0 and without another word"
  case sameSeed = "the same seed gets the same predictions in another process"
  case unknown = "an unknown question gets an error, or its end"
  case noSteps = "it answers when it may take no step"
  case strangeRole = "it refuses a role that it cannot fulfil with 'unmet-requirement'"
  case writes = "it writes to its scratch folder alone"

  /// What to do when it is broken.
  var remedy: String {
    switch self {
    case .starts:
      "run the command by hand in the model file's folder; keep standard output for frames alone"
    case .fits: "answer 'fit' with {\"type\":\"fitted\",\"steps\":…}, at most budget.trainingSteps"
    case .curves:
      "send {\"type\":\"progress\",\"step\":1,\"values\":{\"training-loss\":0.5}} while it learns"
    case .predicts:
      "answer with one F32 tensor for each output of the role, samples first, and no other"
    case .finite: "look at the learning rate and at divisions by zero"
    case .repeats:
      "switch dropout and noise off in 'predict', and keep no state from one question to the next"
    case .batches: "take the number of samples from the tensors, whatever it is"
    case .independence:
      "use no statistics of the batch in 'predict' (batch normalisation: eval mode)"
    case .influence: "look whether the model's output is a constant"
    case .sharing:
      "read 'bytes' bytes of the file that 'body' names; do not use it after the answer; or leave the "
        + "capability 'shared' out"
    case .saving: "save all that 'predict' depends on; or leave the capability 'save' out"
    case .goodbye: "leave the loop on 'bye' and end with code 0 within 5 seconds; join no threads"
    case .sameSeed: "draw every random number from the seed of 'hello'"
    case .unknown: "answer {\"type\":\"error\",\"kind\":\"raised\",\"message\":…} to other types"
    case .noSteps: "let 'fit' with trainingSteps 0 leave the model as it was initialised"
    case .strangeRole:
      "look at the role's names and shapes in 'hello' and answer an error of kind 'unmet-requirement'"
    case .writes: "write to the scratch folder of 'hello' alone"
    }
  }
}
