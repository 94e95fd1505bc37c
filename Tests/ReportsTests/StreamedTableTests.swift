import Documents
import Text
import XCTest

@testable import Reports

/// People are written row by row, byte for byte as the whole would be.
final class StreamedTableTests: XCTestCase {
  /// An answer that says the same with and without people.
  private struct Answer: Reportable {
    let whole: Table
    let people: StreamedTable?
    let membersBeforePeople: [JSONMember]

    var document: Document {
      Document(
        title: "T",
        blocks: [.heading("H"), people.map(Block.streamed) ?? .table(whole), .heading("I")])
    }
    var table: Table { whole }
    var json: JSONValue {
      .object(membersBeforePeople + [JSONMember("participants", whole.json)])
    }
  }

  func testEveryFormatIsThatOfTheWholeTable() {
    let ids = ["P1", "a very much longer id", "＝1", "é\u{301}\u{202E}", "a\"b|", "x,y", "P2"]
    for (ends, count) in [(Self.ends, 40), (Array(Self.ends.prefix(1)), 1), ([], 0)] {
      let people = StreamedTable(columns: Self.columns, ends: ends, count: count) {
        (ids[$0 % ids.count], $0 % ends.count)
      }
      let schema = JSONMember("schema", .string("s"))
      for members in [[schema], [schema, JSONMember("n", .array([]))]] {
        let whole = Answer(whole: people.whole, people: nil, membersBeforePeople: members)
        let streamed = Answer(whole: people.whole, people: people, membersBeforePeople: members)
        for format in ReportFormat.allCases {
          XCTAssertEqual(
            streamed.rendered(as: format), whole.rendered(as: format), "\(format) \(count)")
        }
      }
    }
  }

  func testPiecesAreHandedOnBeforeTheLast() {
    let people = StreamedTable(columns: Self.columns, ends: Self.ends, count: 20_000) {
      ("P\($0)", $0 % 3)
    }
    let answer = Answer(
      whole: people.whole, people: people, membersBeforePeople: [JSONMember("schema", .string("s"))]
    )
    for format in ReportFormat.allCases {
      var longest = 0
      answer.write(as: format) { longest = max(longest, $0.count) }
      XCTAssertLessThan(longest, 70_000, "\(format)")
    }
  }

  private static let columns = [
    Column("participant", .leading), Column("a", .leading), Column("b"), Column("c", .leading),
  ]

  private static let ends: [[Cell]] = [
    [.text("=1"), .decimal(-1.5, decimals: 1), .text("")], [.blank, .blank, .blank],
    [.text("north"), .missing(because: "none"), .text(String(repeating: "long ", count: 9))],
    [.suppressed, .integer(1234), .text("c;d")], [.text("x"), .missing(because: "other"), .blank],
  ]
}
