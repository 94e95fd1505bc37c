import Foundation
import TestSupport
import Text
import XCTest

@testable import Storage

final class OutputPathTests: XCTestCase {
  func testAProgramsOwnFilesAreNoOutputs() throws {
    for format in ["csv", "json"] {
      let test = try TestProgram(format == "csv" ? .csv : .json)
      try FileSystem.posix.makeFolder(test.path + "/recovered")
      try test.put("{}", in: "instruments/own.json")
      let before = try test.everything()
      for name in [
        "program.json", "participants.csv", "participants.jsonl", "scores.csv", "scores.jsonl",
        "shared.csv", "attendance.csv", "Scores.CSV", "PROGRAM.json", "./scores.csv",
        "instruments/../scores.csv", "instruments/own.json", "instruments/new.json",
        "instruments/./new.json", "instruments/../instruments/new.json", "recovered/new.csv",
      ] {
        try assertRefused("\(test.path)/\(name)")
      }
      XCTAssertEqual(try test.everything(), before)
    }
  }

  /// Where the folder is missing, a file of its name would stand in its way.
  func testAFileCannotTakeThePlaceOfAProgramsFolder() throws {
    let test = try TestProgram()
    try assertRefused(test.path + "/recovered")
    try FileSystem.posix.removeFolder(test.path + "/instruments")
    try assertRefused(test.path + "/instruments")
  }

  func testLinksAboveTheFileDoNotHideIt() throws {
    let test = try TestProgram()
    for (name, target) in [("link", test.path), ("own", test.path + "/instruments")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(test.parent)/\(name)", withDestinationPath: target)
    }
    try assertRefused(test.parent + "/link/scores.csv")
    try assertRefused(test.parent + "/link/instruments/new.json")
    try assertRefused(test.parent + "/own/new.json")
    try assertRefused(test.parent + "/own/../scores.csv")
  }

  func testASecondNameOfAFileIsToldWhereverItIs() throws {
    let test = try TestProgram()
    let other = test.parent + "/elsewhere.csv"
    XCTAssertEqual(link(test.path + "/scores.csv", other), 0)
    XCTAssertEqual(
      problems { try FileReplacement(output: other, .posix) }.map(\.text),
      [
        "could not write \(other): the file also has other names (hard links), and may belong to a"
          + " program\n  choose another name, or remove this one first; nothing was changed"
      ])
  }

  /// As on a disk that takes `SCORES~1.CSV` for the same file.
  func testAFileIsKnownUnderASpellingThatOnlyTheDiskTakesForTheSame() throws {
    let test = try TestProgram()
    var files = FileSystem.posix
    files.status = { path throws(FileError) in
      try FileSystem.posix.status(path.replacing("SCORES~1", with: "scores"))
    }
    XCTAssertThrowsError(try OutputPath(test.path + "/SCORES~1.csv", files).checkForFile())
  }

  func testAnotherNameInAProgramsFolderIsFree() throws {
    let test = try TestProgram()
    for name in ["figures.csv", "scores.txt", "scores-2026.csv", "my-program.json"] {
      XCTAssertNil(try OutputPath("\(test.path)/\(name)", .posix).checkForFile())
    }
    try test.put("old", in: "figures.csv")
    XCTAssertNotNil(try OutputPath(test.path + "/figures.csv", .posix).checkForFile())
    XCTAssertNil(try OutputPath(test.parent + "/scores.csv", .posix).checkForFile())
    XCTAssertNil(try OutputPath("scores-nowhere.csv", .posix).checkForFile())
  }

  func testTheMessageNamesAPlaceThatWouldDo() throws {
    let test = try TestProgram()
    for (name, instead) in [
      ("scores.csv", "scores-copy.csv"), ("instruments/phq.json", "phq-copy.json"),
      ("recovered", "recovered-copy"),
    ] {
      XCTAssertEqual(
        problems { try FileReplacement(output: "\(test.path)/\(name)", .posix) }.map(\.text),
        [
          "could not write \(test.path)/\(name): that path is reserved for a program's own files\n"
            + "  choose another name, such as \(test.path)/\(instead); nothing was changed"
        ])
    }
  }

  func testNoProgramIsMadeInThePlaceOfAnother() throws {
    let test = try TestProgram()
    let before = try test.everything()
    for name in ["instruments", "recovered", "shared.csv", "instruments/inner", "instruments/"] {
      let inner = ProgramFolder(path: "\(test.path)/\(name)", files: .posix)
      XCTAssertEqual(
        problems { try inner.create(test.settings, at: SampleProgram.now(), by: "dana") }.count, 1,
        name)
      XCTAssertEqual(try test.everything(), before)
    }
    XCTAssertEqual(test.names(in: "instruments"), [])
  }

  private func assertRefused(_ path: String, line: UInt = #line) throws {
    let found = problems(line: line) { try FileReplacement(output: path, .posix) }
    XCTAssertTrue(
      found.map(\.message).joined().contains("is reserved for a program's own files"),
      "\(path): \(found)", line: line)
    let new = problems(line: line) {
      try FileReplacement.make(path, .posix, as: .newOutput) { _ in }
    }
    XCTAssertEqual(new.count, 1, path, line: line)
  }
}
