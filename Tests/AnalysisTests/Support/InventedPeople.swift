import Analysis
import Foundation
import Records
import Storage
import TestSupport
import XCTest

/// The 300 invented people of Fixtures/Programs/dev300-csv and dev300-json.
enum InventedPeople {
  /// - Parameter kind: `csv` or `json`.
  static func table(
    _ kind: String, keepsAnswers: Bool = false, threads: Int = 2,
    pieceSize: Int = LinePieces.usualSize
  ) async throws -> CohortColumns {
    let folder = folder(kind)
    return try await folder.loadCohort(
      folder.load(), keepsAnswers: keepsAnswers, threads: threads, pieceSize: pieceSize
    ).table
  }

  static func program() throws -> Program { try folder("csv").load() }

  /// The lines of the CSV store.
  static func lines() throws -> StoreLines {
    func lines(_ name: String) throws -> [String] {
      Array(try Fixtures.lines("Programs/dev300-csv/\(name)").dropFirst())
    }
    return StoreLines(participants: try lines("participants.csv"), scores: try lines("scores.csv"))
  }

  /// A question about everybody, when all windows are closed.
  static func selection(by attribute: String? = nil) throws -> CohortSelection {
    CohortSelection(asOf: try XCTUnwrap(CalendarDate("2026-11-20")), groupedBy: attribute)
  }

  private static func folder(_ kind: String) -> ProgramFolder {
    ProgramFolder(
      path: Fixtures.url("Programs/dev300-\(kind)").path,
      files: .posix)
  }
}
