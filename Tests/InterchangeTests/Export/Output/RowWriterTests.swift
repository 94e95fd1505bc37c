import Text
import XCTest

@testable import Interchange

final class RowWriterTests: XCTestCase {
  func testRowsStandBetweenOpeningAndClosing() throws {
    XCTAssertEqual(try table(.csv, rows: 0), "a,b\n")
    XCTAssertEqual(try table(.csv, rows: 2), "a,b\n0,x\n1,x\n")
    XCTAssertEqual(try table(.json, rows: 0), "[\n]\n")
    XCTAssertEqual(try table(.json, rows: 1), "[\n{\"a\":0,\"b\":\"x\"}\n]\n")
    XCTAssertEqual(
      try table(.json, rows: 2), "[\n{\"a\":0,\"b\":\"x\"},\n{\"a\":1,\"b\":\"x\"}\n]\n")
  }

  private func table(_ format: ExportFormat, rows: Int) throws -> String {
    let syntax = TableSyntax(columns: ["a", "b"], style: ExportStyle(format))
    var strings = ByteStrings()
    let ready = strings.add(syntax.keys[1] + syntax.text("x"))
    let bytes = try collect { sink in
      var writer = RowWriter(syntax, strings)
      for row in 0..<rows {
        writer.startRow()
        writer.append(syntax.keys[0] + syntax.number(row))
        writer.append(ready)
        try writer.endRow(to: sink)
      }
      try writer.finish(to: sink)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
