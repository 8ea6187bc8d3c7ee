import DataFormats
import Foundation
import Testing

@Suite struct PhysioNetRecordTests {
  private func read(_ text: String) throws -> PhysioNetRecord {
    try PhysioNetRecord(decoding: Data(text.utf8), source: "1.txt")
  }

  @Test func observationsKeepTheirTimesAndOrder() throws {
    let record = try read(
      "Time,Parameter,Value\r\n00:00,RecordID,132539\r\n00:00,Height,-1\r\n07:05,HR,73\r\n"
        + "07:05,,4\r\n48:00,Temp,35.1\r\n")
    #expect(record.identifier == 132539)
    #expect(record.observations.map(\.minutes) == [0, 425, 2880])
    #expect(record.observations.map(\.parameter) == ["Height", "HR", "Temp"])
    #expect(record.observations.map(\.value) == [-1, 73, 35.1])
  }

  @Test(arguments: [
    ("", "1.txt:1: no RecordID"),
    ("RecordID,SAPS-I\n", "1.txt:1: 'RecordID,SAPS-I'; expected the heading"),
    ("\nTime,Parameter,Value\n", "1.txt:1: ''; expected the heading"),
    ("Time,Parameter,Value\n00:00,HR,1,\n", "1.txt:2: '00:00,HR,1,'"),
    ("Time,Parameter,Value\n00:00:,HR,1\n", "1.txt:2: '00:00:,HR,1'"),
    ("Time,Parameter,Value\n00:00,Age,1\n", "1.txt:1: no RecordID"),
    ("Time,Parameter,Value\n00:00,RecordID\n", "1.txt:2: '00:00,RecordID'"),
    ("Time,Parameter,Value\n00:60,HR,1\n", "1.txt:2: '00:60,HR,1'; expected HH:MM"),
    ("Time,Parameter,Value\n0:6,HR,1\n", "1.txt:2: '0:6,HR,1'"),
    ("Time,Parameter,Value\n00:06,HR,nan\n", "1.txt:2: '00:06,HR,nan'"),
    ("Time,Parameter,Value\n00:06,HR,0x1p3\n", "1.txt:2: '00:06,HR,0x1p3'"),
    ("Time,Parameter,Value\n00:00,RecordID,1\n00:00,RecordID,2\n", "1.txt:3: RecordID 2.0"),
    ("Time,Parameter,Value\n00:00,RecordID,1.5\n", "1.txt:2: RecordID 1.5"),
  ])
  func aDamagedRecordIsRefusedWithItsLine(text: String, found: String) {
    #expect(message { _ = try read(text) }.hasPrefix(found))
  }

  @Test func anErrorShowsTheBeginningOfALongLine() {
    let long = String(repeating: "e\u{301}", count: 5000)
    for text in [long, "Time,Parameter,Value\n\(long)"] {
      #expect(message { _ = try read(text) }.utf8.count < 200)
    }
  }
}
