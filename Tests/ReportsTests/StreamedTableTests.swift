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
    for count in [40, 1, 0] {
      let people = Self.table(count) { ids[$0 % ids.count] }
      let schema = JSONMember("schema", .string("s"))
      for members in [[schema], [schema, JSONMember("n", .array([]))]] {
        let whole = Answer(whole: people.whole, people: nil, membersBeforePeople: members)
        let streamed = Answer(whole: people.whole, people: people, membersBeforePeople: members)
        for format in ReportFormat.allCases {
          XCTAssertEqual(
            streamed.rendered(as: format), whole.rendered(as: format), "\(format) \(count)")
        }
        for window in [20, 30, 60] {
          let renderer = TextRenderer(window: window, hasUnicode: false)
          XCTAssertEqual(
            renderer.render(streamed.document), renderer.render(whole.document), "\(window)")
        }
      }
    }
  }

  /// An inner object is written as `JSONWriter` writes it, whatever fits on a line.
  func testAnInnerObjectIsThatOfTheWhole() {
    for columns in [0..<0, 0..<2, 1..<3, 3..<3] {
      let keys = columns.map { "k\($0)" }
      let people = Self.table(40, .init("inner", columns, keys: keys)) { "P\($0 * $0 * $0)" }
      let json = StreamedTableJSON(people, under: "rows", after: [])
      var bytes: [UInt8] = []
      json.write { bytes += $0 }
      XCTAssertEqual(
        String(decoding: bytes, as: UTF8.self), JSONWriter.pretty(json.whole) + "\n", "\(columns)")
    }
    let row = StreamedTableJSON(
      Self.table(1, .init("inner", 1..<2, keys: ["k"])) { _ in "P1" }, under: "rows", after: [])
    XCTAssertEqual(
      JSONWriter.compact(row.whole),
      #"{"rows": [{"participant": "P1", "a": "=1", "inner": {"k": -1.5}, "c": ["x", "y"]}]}"#)
  }

  func testPiecesAreHandedOnBeforeTheLast() {
    let people = Self.table(20_000) { "P\($0)" }
    let answer = Answer(
      whole: people.whole, people: people, membersBeforePeople: [JSONMember("schema", .string("s"))]
    )
    for format in ReportFormat.allCases {
      var longest = 0
      answer.write(as: format) { longest = max(longest, $0.count) }
      XCTAssertLessThan(longest, 300_000, "\(format)")
    }
  }

  /// A cell that no row has widens no column.
  func testAnUnusedCellTakesNoSpace() {
    let people = StreamedTable(
      Column("id", .leading),
      [.init(Column("a"), cells: [.text("1"), .text("unused")], indices: [0])], count: 1
    ) { _ in "P1" }
    let text = TextRenderer().render(Document(title: "T", blocks: [.streamed(people)]))
    XCTAssertEqual(text, "T\n=\n\nid  a\n--  -\nP1  1\n")
  }

  func testCellsOfNumbersAreMadeOnceForEachNumber() {
    var made: [Int] = []
    let column = StreamedTable.SharedColumn(Column("n"), keys: [3, -2, 3, 7]) { number in
      made.append(number)
      return .integer(number)
    }
    XCTAssertEqual(made, [3, -2, 7])
    XCTAssertEqual(column.indices, [0, 1, 0, 2])
    XCTAssertEqual(column.cells, [.integer(3), .integer(-2), .integer(7)])
    XCTAssertEqual(
      StreamedTable.SharedColumn(Column("n"), keys: [], cell: Cell.integer).cells, [])
  }

  private static func table(
    _ count: Int, _ inner: StreamedTable.InnerObject? = nil,
    id: @escaping @Sendable (Int) -> String
  ) -> StreamedTable {
    StreamedTable(
      Column("participant", .leading),
      columns.enumerated().map { position, column in
        .init(
          column, cells: cells[position],
          indices: (0..<count).map { Int32(($0 / (position + 1)) % cells[position].count) })
      }, innerObject: inner, count: count, id: id)
  }

  private static let columns = [Column("a", .leading), Column("b"), Column("c", .leading)]

  private static let cells: [[Cell]] = [
    [.text("=1"), .blank, .text("north"), .text("x")],
    [.decimal(-1.5, decimals: 1), .missing(because: "none"), .integer(1234)],
    [.list(["x", "y"]), .text(String(repeating: "long ", count: 15)), .list([]), .text("c;d")],
  ]
}
