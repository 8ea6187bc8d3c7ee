import Experiment

/// A behaviour of the toy program with the failure that it must become.
struct HostileProgram: CustomStringConvertible, Sendable {
  let behaviour: String
  let kind: FailureKind
  /// A part of the sentence that says what was sent or what was expected.
  let words: String

  init(_ behaviour: String, _ kind: FailureKind, _ words: String) {
    (self.behaviour, self.kind, self.words) = (behaviour, kind, words)
  }

  var description: String { behaviour }

  static let frames = [
    HostileProgram("cut beginning", .brokeProtocol, "sent only 6 bytes of a frame"),
    HostileProgram("cut header", .brokeProtocol, "sent only 24 bytes of a frame"),
    HostileProgram("cut body", .brokeProtocol, "sent a body that is cut short"),
    HostileProgram("wrong mark", .brokeProtocol, "with the mark ASY1"),
    HostileProgram("prints", .brokeProtocol, "sent 'Epoch 1/10"),
    HostileProgram("huge header", .brokeProtocol, "a header of 4294967295 bytes; 2 to 1048576"),
    HostileProgram("header of nothing", .brokeProtocol, "a header of 0 bytes"),
    HostileProgram("huge body", .brokeProtocol, "a body of 9223372036854775808 bytes"),
    HostileProgram(
      "huge safetensors header", .brokeProtocol, "a safetensors header of 4611686018427387904"),
    HostileProgram("no safetensors", .brokeProtocol, "no safetensors file"),
    HostileProgram("tiny body", .brokeProtocol, "a body of 3 bytes"),
    HostileProgram("overlapping tensors", .brokeProtocol, "begins at byte 0, not at"),
    HostileProgram("not UTF-8", .brokeProtocol, "a header that is not UTF-8"),
    HostileProgram("deep header", .brokeProtocol, "nested deeper than 64 levels"),
    HostileProgram("no object", .brokeProtocol, "not one JSON object: '[1,2]'"),
    HostileProgram("no type", .brokeProtocol, "it lacks 'type'"),
    HostileProgram("unknown type", .brokeProtocol, "'guess', where 'predicted' or 'error'"),
    HostileProgram("fitted instead", .brokeProtocol, "'fitted', where 'predicted' or 'error'"),
    HostileProgram("progress in predict", .brokeProtocol, "progress is for 'fit' alone"),
    HostileProgram("two answers", .brokeProtocol, "a 'predicted' after its answer to 'predict'"),
    HostileProgram("a word after the answer", .brokeProtocol, "'done"),
    HostileProgram("endless progress", .brokeProtocol, "progress with 257 names"),
    HostileProgram("other version", .brokeProtocol, "speaks version 2 of the protocol"),
    HostileProgram("no version", .brokeProtocol, "it lacks 'protocol'"),
  ]

  static let tensors = [
    HostileProgram("wrong type", .wrongShape, "'y' of type 'F64'; the protocol asks for F32"),
    HostileProgram(
      "wrong shape", .wrongShape, "'y' of shape [3, 6, 1]; the role asks for [3, 6], samples first"),
    HostileProgram("fewer samples", .wrongShape, "of shape [2, 6]; the role asks for [3, 6]"),
    HostileProgram("missing tensor", .wrongShape, "without the tensor 'y'"),
    HostileProgram("other name", .wrongShape, "it sent 'z'"),
    HostileProgram("extra tensor", .wrongShape, "the tensor 'z', which the role does not ask for"),
  ]

  static let files = [
    HostileProgram("names a file unasked", .brokeProtocol, "not listed the capability 'shared'"),
    HostileProgram("file and body", .brokeProtocol, "and named a file too"),
    HostileProgram("file elsewhere", .brokeProtocol, "no plain name"),
    HostileProgram("hidden file", .brokeProtocol, "no plain name"),
    HostileProgram("missing file", .brokeProtocol, "No such file"),
    HostileProgram("linked file", .brokeProtocol, "a symbolic link"),
    HostileProgram("pipe as file", .brokeProtocol, "no regular file"),
    HostileProgram("short file", .brokeProtocol, "the file has only"),
    HostileProgram("negative file", .brokeProtocol, "a body of -1 bytes"),
  ]

  static let ends = [
    HostileProgram("exits at once", .exited, "exited with code 9 while it was asked 'hello'"),
    HostileProgram(
      "exits in fit", .exited,
      "exited with code 3 while it was asked 'fit'; its log ends with 'first words | ValueError"),
    HostileProgram("segmentation fault", .segmentationFault, "died by signal 11"),
    HostileProgram("aborts", .aborted, "died by signal 6"),
    HostileProgram("killed", .killed, "died by signal 9"),
    HostileProgram("spins over its processor time", .usedUpProcessor, "died by signal 24"),
    HostileProgram("writes too large a file", .usedUpDisk, "died by signal 25"),
    HostileProgram("closes its output", .brokeProtocol, "closed its standard output"),
    HostileProgram("grandchild holds the pipe", .exited, "exited with code 5"),
    HostileProgram("error raised", .raised, "as it was told"),
    HostileProgram("error unmet-requirement", .unmetRequirement, "as it was told"),
    HostileProgram("error diverged", .diverged, "as it was told"),
    HostileProgram("error out-of-memory", .outOfMemory, "as it was told"),
    HostileProgram("error timed-out", .raised, "of the unknown kind 'timed-out'"),
    HostileProgram("answers before it reads", .outOfMemory, "no room"),
  ]

  /// These are given little time.
  static let hangs = [
    HostileProgram("silent", .timedOut, "no whole answer to 'fit' in the time that it had"),
    HostileProgram("endless log", .timedOut, "its log ends with 'again and again"),
  ]
}
