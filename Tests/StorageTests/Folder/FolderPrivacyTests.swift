import XCTest

@testable import Storage

final class FolderPrivacyTests: XCTestCase {
  /// The permission bits of POSIX: a file is read by those who may both search its folder and read
  /// it.
  func testAFileIsExposedWhereFolderAndFileAreOpenToTheSamePeople() throws {
    let test = try TestProgram(.csv)
    for (folder, file, isExposed) in [
      (0o700, 0o644, false), (0o755, 0o600, false), (0o755, 0o644, true), (0o750, 0o640, true),
      (0o711, 0o604, true), (0o710, 0o604, false), (0o701, 0o640, false), (0o744, 0o644, false),
      (0o755, 0o622, false),
    ] {
      try setPermissions(file, "/scores.csv", test)
      try setPermissions(folder, "", test)
      let found = try test.folder().exposures(test.settings).map(\.message)
      let what = "\(String(folder, radix: 8)) \(String(file, radix: 8))"
      XCTAssertEqual(
        found, isExposed ? ["others on this machine can read scores.csv"] : [], what)
    }
  }

  func testTheRemedyNamesEveryFileAndTheFolder() throws {
    let test = try TestProgram(.json)
    for name in ["program.json", "participants.jsonl", "scores.jsonl"] {
      try setPermissions(0o644, "/" + name, test)
    }
    try setPermissions(0o755, "", test)
    XCTAssertEqual(
      try test.folder().exposures(test.settings).map(\.text),
      [
        "others on this machine can read program.json, participants.jsonl, scores.jsonl\n"
          + "  make the files private with `chmod 600 \(test.path)/program.json"
          + " \(test.path)/participants.jsonl \(test.path)/scores.jsonl`,"
          + " or the whole folder with `chmod 700 \(test.path)`"
      ])
  }

  func testAFolderInWhichOthersCanWriteIsTold() throws {
    let test = try TestProgram()
    for (permissions, isWritable) in [(0o770, true), (0o702, true), (0o755, false)] {
      try setPermissions(permissions, "", test)
      XCTAssertEqual(
        try test.folder().exposures(test.settings).map(\.text),
        isWritable
          ? [
            "others on this machine can add files to the program's folder and remove them\n"
              + "  make the folder private with `chmod 700 \(test.path)`"
          ] : [])
    }
  }

  func testCheckTellsItEvenWhereTheFilesCannotBeRead() async throws {
    let test = try TestProgram(.csv, .two)
    try setPermissions(0o644, "/program.json", test)
    try setPermissions(0o755, "", test)
    let sound = try await test.folder().check(test.program, threads: 1).problems
    XCTAssertEqual(sound.map(\.message), ["others on this machine can read program.json"])
    try test.put("", in: "scores.csv")
    try setPermissions(0o600, "/scores.csv", test)
    do {
      _ = try await test.folder().check(test.program, threads: 1)
      XCTFail("nothing was thrown")
    } catch {
      XCTAssertEqual(
        error.diagnostics.map(\.message),
        [
          "others on this machine can read program.json",
          "the file is empty: its header line is missing",
        ])
    }
  }

  /// What was set aside holds answers too, and an instrument may be somebody's property.
  func testFilesInFoldersAreCoveredToo() throws {
    let test = try TestProgram(.csv)
    try setPermissions(0o755, "", test)
    try FileSystem.posix.makeFolder(test.path + "/recovered")
    for name in ["recovered/1-scores.csv", "instruments/own.json"] {
      try test.put("x", in: name)
      try setPermissions(0o644, "/" + name, test)
    }
    XCTAssertEqual(try test.folder().exposures(test.settings), [])
    try setPermissions(0o755, "/recovered", test)
    try setPermissions(0o711, "/instruments", test)
    XCTAssertEqual(
      try test.folder().exposures(test.settings).map(\.message),
      ["others on this machine can read instruments/own.json, recovered/1-scores.csv"])
    try setPermissions(0o700, "", test)
    XCTAssertEqual(try test.folder().exposures(test.settings), [])
  }

  private func setPermissions(_ bits: Int, _ name: String, _ test: TestProgram) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: bits], ofItemAtPath: test.path + name)
  }
}
