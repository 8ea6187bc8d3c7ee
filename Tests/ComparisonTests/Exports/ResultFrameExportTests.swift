import Comparison
import Experiment
import Testing

@Suite struct ResultFrameExportTests {
  @Test func everyMeasurementIsALineAndFailuresAreKept() throws {
    var text = ""
    try Fixture.frame(Fixture.cells("b \"c\", d", [0.25, nil])).writeCSV { text += $0 }
    let (start, key) = ("waves,ripple,\"b \"\"c\"\", d\"", "\"key-b \"\"c\"\", d-")
    #expect(
      text == """
        suite,task,model,seed,profile,state,reason,metric,evaluation,split,position,value,missing,\
        sampleCount,kind,key
        \(start),0,quick,done,,nmse,rollout,test,0,0.25,,4,result,\(key)0"
        \(start),0,quick,done,,skill,rollout,test,0,0.75,,4,result,\(key)0"
        \(start),0,quick,done,,nmse,rollout,test,10,,"diverged\tat step 9
        or so",4,result,\(key)0"
        \(start),0,quick,done,,training-seconds,cost,train,0,0.25,,1,cost,\(key)0"
        \(start),1,quick,timed-out,1 s wall-clock limit,,,,,,,,,\(key)1"

        """)
  }

  @Test func aLongExportComesInChunks() throws {
    let cells = Fixture.cells("fno", (0..<2000).map { Double($0) })
    var (chunks, longest) = (0, 0)
    try Fixture.frame(cells).writeCSV { text in
      chunks += 1
      longest = max(longest, text.utf8.count)
    }
    #expect(chunks > 5)
    #expect(longest < 70_000)
  }
}
