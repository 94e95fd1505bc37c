import Instruments
import XCTest

@testable import Interchange
@testable import Text

final class AnswerStringsTests: XCTestCase {
  func testAnswersAreReadFromTheTextOfTheStore() {
    let instrument = BuiltInInstruments.healthyDays
    let syntax = TableSyntax(columns: [], style: ExportStyle(.json))
    var strings = ByteStrings()
    let answers = AnswerStrings([instrument], in: syntax, to: &strings)
    // A leading zero is allowed in the store, but in no number of JSON.
    let texts: KeyValuePairs = [
      "": [], ".": ["null"], "0": ["0"], ". .": ["null", "null"], "30 .": ["30", "null"],
      "10 7": ["10", "7"], "00 007": ["0", "7"],
    ]
    for (text, expected) in texts {
      var found: [String] = []
      answers.forEach(Array(text.utf8)[...]) { item, number in
        XCTAssertEqual(item, found.count)
        found.append(
          String(decoding: strings.storage[strings.range(of: number)], as: UTF8.self))
      }
      XCTAssertEqual(found, expected, text)
    }
  }
}
