import XCTest

@testable import Storage

final class BackupPathTests: XCTestCase {
  func testTheFilesOfAProgramBelongIntoABackup() {
    for path in [
      "program.json", "participants.csv", "participants.jsonl", "scores.csv", "scores.jsonl",
      "SHA256SUMS", "instruments/hope-5.json", "recovered/20260630120000-390-scores.csv",
      "recovered/Zoë’s notes",
    ] {
      XCTAssertTrue(BackupPath.isFile(path), path)
    }
  }

  func testNothingElseDoes() {
    for path in [
      "", ".", "..", "/program.json", "../program.json", "program.json/", "notes.txt",
      "instruments", "instruments/", "instruments/..", "instruments/hope.txt",
      "instruments/../x.json", "instruments//x.json", "recovered/", "recovered/.",
      "recovered/a/b", "recovered/../../x", "recovered/a\\b", "recovered/a\nb",
      "recovered/a\u{7F}", "other/program.json", "Program.json",
    ] {
      XCTAssertFalse(BackupPath.isFile(path), path)
    }
  }
}
