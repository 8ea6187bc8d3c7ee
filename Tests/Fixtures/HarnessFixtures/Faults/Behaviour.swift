extension ToyModel {
  /// What a toy model does when it is to be fitted, or asked.
  package enum Behaviour: String, Codable, Sendable {
    case good
    /// Answers the same to every question.
    case deaf
    case printing
    // What it says.
    case throwing, throwingOddText, throwsLate, unmet
    case notFinite, partlyNotFinite, infinite, wrongShape
    // How it ends.
    case abort, segmentationFault, busError, illegalInstruction, trap, arithmetic
    case exitsWell, exits, killed, terminated, stopped
    // What it uses up.
    case sleeping, spinning, spinningOnThreads, hungry, absurdAllocation, overPool, multiplying
    case endlessOutput, largeFile, manyFiles
    // What it does to the line and to its surroundings.
    case garbage, cutFrame, hugeFrame, unaskedAnswer, secondAnswer
    case closesStreams, changesFolder, removesScratch, locksScratch
    // What it leaves behind.
    case grandchildren, leaves, daemon, heldLine, zombies
  }
}
