import TestSupport
import Text
import XCTest

final class LineWriterTests: XCTestCase {
  private let schema = LineSchema([
    LineSchema.Column("name"), LineSchema.Column("score", .number), LineSchema.Column("reason"),
  ])

  func testACSVFileStartsWithItsHeader() {
    let writer = LineWriter(schema: schema, format: .csv)
    XCTAssertEqual(String(decoding: writer.header, as: UTF8.self), "name,score,reason\n")
    XCTAssertEqual(LineWriter(schema: schema, format: .json).header, [])
  }

  func testCSVLines() {
    XCTAssertEqual(written(["Ada", "7", "by phone"], .csv), "Ada,7,by phone\n")
    XCTAssertEqual(written(["", "", ""], .csv), ",,\n")
    XCTAssertEqual(written(["a,b", "7", #"say "hi""#], .csv), #""a,b",7,"say ""hi""""# + "\n")
  }

  func testJSONLinesHoldNumbersAsNumbersAndLeaveMissingValuesOut() {
    XCTAssertEqual(
      written(["Ada", "7.5", "by phone"], .json),
      #"{"name":"Ada","score":7.5,"reason":"by phone"}"# + "\n")
    XCTAssertEqual(written(["", "7", ""], .json), #"{"score":7}"# + "\n")
    XCTAssertEqual(written(["", "", #"\ ""#], .json), #"{"reason":"\\ \""}"# + "\n")
    XCTAssertEqual(written(["", "", ""], .json), "{}\n")
  }

  func testALineIsAddedBehindWhatIsThere() {
    var bytes = Array("first\n".utf8)
    LineWriter(schema: schema, format: .csv).append(["a", "1", "b"], to: &bytes)
    XCTAssertEqual(String(decoding: bytes, as: UTF8.self), "first\na,1,b\n")
  }

  func testWhatIsWrittenIsReadBackInBothFormats() {
    var generator = SeededGenerator(seed: 20)
    for format in LineFormat.allCases {
      let scanner = LineScanner(schema: RandomLine.schema, format: format)
      for _ in 0..<3000 {
        let values = RandomLine.values(&generator)
        XCTAssertEqual(
          scanner.read(RandomLine(format: format).written(values) + [0x0A], columns: 4),
          [.values(values)])
      }
    }
  }

  private func written(_ values: [String], _ format: LineFormat) -> String {
    var bytes: [UInt8] = []
    LineWriter(schema: schema, format: format).append(values, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
