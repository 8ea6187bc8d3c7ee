import ExternalModels
import Foundation
import TestSupport
import Testing

@Suite struct ProcessLaunchTests {
  /// Runs a shell script and gives what it printed.
  private func output(
    of script: String, _ change: (inout ProcessLaunch) -> Void = { _ in }
  ) throws -> String {
    var launch = ProcessLaunch(executable: "/bin/sh", arguments: ["sh", "-c", script])
    launch.environment = ["PATH": "/usr/bin:/bin"]
    change(&launch)
    let pipe = Pipe()
    let nothing = open("/dev/null", O_RDWR)
    defer { close(nothing) }
    let started = try launch.start(
      input: nothing, output: pipe.fileHandleForWriting.fileDescriptor, errors: nothing)
    try pipe.fileHandleForWriting.close()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    waitpid(started.process, nil, 0)
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func itHasTheThreeDescriptorsAndNoOther() throws {
    // The fourth is the folder that the shell lists.
    let listed = try output(of: "for f in /proc/$$/fd/*; do echo ${f##*/}; done")
    #expect(
      Set(listed.split(separator: "\n").map(String.init)).isSubset(of: ["0", "1", "2", "3"]))
  }

  @Test func itHasTheVariablesGivenAndNoOther() throws {
    #expect(try output(of: "tr '\\0' '\\n' </proc/$$/environ") == "PATH=/usr/bin:/bin")
  }

  @Test func itLeadsASession() throws {
    #expect(try output(of: "set -- $(cat /proc/$$/stat); test $6 = $$ && echo leads") == "leads")
  }

  @Test func itsLimitsHold() throws {
    let limits = try output(of: "ulimit -t; ulimit -n; ulimit -c; ulimit -v") { launch in
      launch.limits.processorSeconds = 7
      launch.limits.openFiles = 64
      launch.limits.addressSpaceBytes = 1 << 30
    }
    #expect(limits == "7\n64\n0\n1048576")
  }

  @Test func itStartsInItsFolder() throws {
    #expect(try output(of: "pwd") { $0.folder = "/usr" } == "/usr")
  }

  @Test func itRunsOnItsCores() throws {
    let list = try output(of: "grep Cpus_allowed_list /proc/self/status") { $0.cores = [0] }
    #expect(list.hasSuffix("\t0"))
  }

  @Test func aDeniedNetworkHasNoWayOut() throws {
    var launch = ProcessLaunch(executable: "/bin/sh", arguments: ["sh", "-c", "exit 0"])
    launch.network = .denied
    let started = try launch.start(input: 0, output: 1, errors: 2)
    waitpid(started.process, nil, 0)
    guard started.isNetworkDenied else { return }
    // Names of interfaces, the loopback one alone.
    let names = try output(of: "tail -n +3 /proc/net/dev | cut -d: -f1") { $0.network = .denied }
    #expect(names.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == ["lo"])
  }

  @Test func aProgramThatIsNotThereNamesTheStep() throws {
    let launch = ProcessLaunch(executable: "/nowhere", arguments: ["x"])
    let failure = try #require(throws: ProcessLaunch.Failure.self) {
      try launch.start(input: 0, output: 1, errors: 2)
    }
    #expect(failure.description == "cannot start the program: No such file or directory")
  }
}
