import Records
import Storage
import TestSupport
import Text
import XCTest

final class LastEntryTests: XCTestCase {
  /// The last line of either file, whatever the pieces in which they are read.
  func testTheLastLineOfBothFilesIsFound() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(
        events: (1...30).map { try event($0, "2026-01-05T10:00:00Z", by: "ann") }
          + [try event(31, "2026-03-01T10:00:00Z", by: "eve")],
        assessments: [])
      try await expect("2026-03-01T10:00:00Z eve", test)
      try test.write(
        events: try (1...30).map { try event($0, "2026-01-05T10:00:00Z", by: "ann") },
        assessments: try (1...30).map {
          var line = try SampleProgram.assessment("P\($0)")
          line.recordedAt = try SampleProgram.timestamp("2026-02-01T10:00:0\($0 % 10)Z")
          line.recordedBy = "bob\($0)"
          return line
        })
      try await expect("2026-02-01T10:00:00Z bob30", test)
      try await expect(
        "2026-01-05T10:00:00Z ann", test, knownAt: SampleProgram.timestamp("2026-01-31T00:00:00Z"))
      try await expect(nil, test, knownAt: SampleProgram.timestamp("2026-01-01T00:00:00Z"))
    }
  }

  private func event(_ number: Int, _ moment: String, by name: String) throws -> ParticipantEvent {
    var event = try SampleProgram.event("P\(number)")
    event.recordedAt = try SampleProgram.timestamp(moment)
    event.recordedBy = name
    return event
  }

  private func expect(
    _ expected: String?, _ test: TestProgram, knownAt: Timestamp? = nil
  ) async throws {
    let folder = test.folder().asKnown(at: knownAt)
    let table = try await folder.loadCohort(test.program, threads: 1).table
    for pieceSize in [100, 1000, 1 << 16] {
      let found = try folder.lastEntry(table, pieceSize: pieceSize)
      XCTAssertEqual(
        found.map { "\($0.recordedAt) \($0.recordedBy)" }, expected, "\(pieceSize)")
    }
  }
}
