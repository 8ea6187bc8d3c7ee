import Experiment
import Foundation
import Tensors

extension ToyModel.Behaviour {
  /// Does it; returns when it is of the kind after which life goes on.
  func act() throws {
    switch self {
    case .good, .deaf, .notFinite, .partlyNotFinite, .infinite, .wrongShape, .throwsLate, .unmet:
      break
    case .printing: for line in 1...60 { print("line \(line)") }
    case .throwing: throw ToyError(text: "the loss went away")
    case .throwingOddText: try throwOddText()
    case .abort: Foundation.abort()
    case .segmentationFault: raise(SIGSEGV)
    case .busError: raise(SIGBUS)
    case .illegalInstruction: raise(SIGILL)
    case .trap: raise(SIGTRAP)
    case .arithmetic: raise(SIGFPE)
    case .exitsWell: exit(0)
    case .exits: exit(7)
    case .killed: kill(getpid(), SIGKILL)
    case .terminated: kill(getpid(), SIGTERM)
    case .stopped: kill(getpid(), SIGSTOP)
    default: actOnSurroundings()
    }
  }

  private func actOnSurroundings() {
    switch self {
    case .sleeping: sleepForever()
    case .spinning: while true {}
    case .spinningOnThreads:
      for _ in 0..<8 { Thread.detachNewThread { while true {} } }
      sleepForever()
    case .hungry: eat()
    case .absurdAllocation: print([Float](repeating: 1, count: 1 << 42).count)
    case .overPool: print(BufferPool<Float>(limitBytes: 1000).take(1000).count)
    case .endlessOutput: printWithoutEnd()
    case .largeFile: ToyScratch.fill(files: 1, mebibytes: 3)
    case .manyFiles:
      ToyScratch.fill(files: 40, mebibytes: 1)
      sleepForever()
    case .removesScratch: ToyScratch.remove()
    case .locksScratch: ToyScratch.lock()
    case .closesStreams: for descriptor in Int32(0)...2 { close(descriptor) }
    case .changesFolder:
      chdir("/")
      setenv("PATH", "/nowhere", 1)
    default: actOnOthers()
    }
  }

  private func actOnOthers() {
    switch self {
    case .garbage: ToyLine.send(Array("garbage!garbage!".utf8))
    case .cutFrame: ToyLine.send([200, 0, 0, 0] + Array("{\"outcome\"".utf8))
    case .hugeFrame: ToyLine.send([255, 255, 255, 255])
    case .unaskedAnswer: return ToyLine.send(ToyLine.frame("{\"partMade\":{}}"))
    case .secondAnswer: return ToyLine.sendLater("{\"partMade\":{}}")
    case .multiplying:
      ToyChildren.start("i=0; while [ $i -lt 700 ]; do sleep 3600 & i=$((i+1)); done; wait")
    case .grandchildren:
      ToyChildren.startSleeper()
      raise(SIGSEGV)
    case .leaves: return ToyChildren.startSleeper()
    case .daemon:
      ToyChildren.start("setsid sleep 3600 & setsid setsid sleep 3600 &")
      usleep(100_000)
      raise(SIGSEGV)
    case .heldLine:
      for descriptor in Int32(100)..<200 { _ = fcntl(descriptor, F_SETFD, 0) }
      ToyChildren.start("sleep 3600")
      usleep(100_000)
      raise(SIGSEGV)
    case .zombies: return (0..<20).forEach { _ in ToyChildren.start("exit 0") }
    default: break
    }
    sleepForever()
  }

  private func sleepForever() { while true { Thread.sleep(forTimeInterval: 3600) } }

  /// Bytes that are no text to the log, and a reason that is too long for a table and has lines.
  private func throwOddText() throws {
    write(STDOUT_FILENO, [0xff, 0xfe, 0x00, 0x1b, 0x5b, 0x41, 0x0a], 7)
    throw ToyError(
      text: "odd \u{0}\u{1b}[31m\u{202e}\u{1F9EA}\nsecond line\n"
        + String(repeating: "long ", count: 200_000))
  }

  private func printWithoutEnd() {
    let line = [UInt8](repeating: 120, count: 4095) + [10]
    while true {
      write(STDOUT_FILENO, line, line.count)
      write(STDERR_FILENO, line, line.count)
    }
  }

  private func eat() {
    var blocks: [[UInt8]] = []
    while true { blocks.append([UInt8](repeating: 1, count: 1 << 22)) }
  }
}
