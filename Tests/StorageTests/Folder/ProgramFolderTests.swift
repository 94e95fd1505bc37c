import TestSupport
import Foundation
import Instruments
import Records
import Storage
import Text
import XCTest

final class ProgramFolderTests: XCTestCase {
  func testWhatIsMadeIsTheContractsFolderForItsOwnerAlone() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      XCTAssertEqual(
        test.names(), ["instruments", test.participantsName, "program.json", test.scoresName])
      func permissions(_ name: String) throws -> UInt32? {
        try FileSystem.posix.status(test.path + name)?.permissions
      }
      for name in ["", "/instruments"] { XCTAssertEqual(try permissions(name), 0o700) }
      for name in test.names() where name != "instruments" {
        XCTAssertEqual(try permissions("/" + name), 0o600)
      }
      XCTAssertEqual(
        try test.text(test.scoresName),
        format == .json ? "" : StoreSchema.scores.header + "\n")
      XCTAssertEqual(test.names(in: "instruments"), [])
      XCTAssertTrue(try test.text("program.json").hasSuffix("}\n"))
    }
  }

  func testWhatIsMadeLoadsAgain() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let program = try test.folder().load()
      XCTAssertEqual(program.settings, test.settings)
      XCTAssertEqual(program.instruments, test.program.instruments)
    }
  }

  /// Settings come last: what was interrupted before is not taken for a program.
  func testTheSettingsAreWrittenLastAndDurably() throws {
    let test = try TestProgram(isMade: false)
    let faulty = FaultyFileSystem()
    try test.folder(faulty.files).create(test.settings, at: SampleProgram.now(), by: "dana")
    let parent = URL(fileURLWithPath: test.parent).lastPathComponent
    XCTAssertEqual(
      faulty.log.filter { $0.hasPrefix("makeFolder") || $0.hasPrefix("synchronize") },
      [
        "makeFolder .outcomes-0000000000000001.part", "makeFolder program",
        "makeFolder instruments", "synchronize program", "synchronize participants.csv",
        "synchronize program", "synchronize scores.csv", "synchronize program",
        "synchronize program.json", "synchronize program", "makeFolder program",
        "synchronize \(parent)",
      ])
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testAFailureLeavesNothing() throws {
    var number = 0
    while true {
      let test = try TestProgram(isMade: false)
      let faulty = FaultyFileSystem(.init(number: number, reason: .full))
      do {
        let now = try SampleProgram.now()
        try test.folder(faulty.files).create(test.settings, at: now, by: "dana")
        if faulty.failed == nil { break }
        XCTAssertTrue(faulty.canDoWithout)
        number += 1
        continue
      } catch let error as Problems {
        XCTAssertEqual(error.diagnostics.count, 1)
        XCTAssertTrue(error.diagnostics[0].message.hasSuffix(": the disk is full"))
      }
      XCTAssertEqual(faulty.openHandles, 0)
      XCTAssertEqual(
        try FileManager.default.contentsOfDirectory(atPath: test.parent), [], faulty.log.last ?? "")
      number += 1
    }
    XCTAssertGreaterThan(number, 20)
  }

  func testAFailureLeavesAFolderThatWasThereWithWhatWasInIt() throws {
    for number in 0..<60 {
      let test = try TestProgram(isMade: false)
      try FileSystem.posix.makeFolder(test.path)
      try test.put("mine", in: "notes.txt")
      let faulty = FaultyFileSystem(.init(number: number, reason: .full))
      do {
        let now = try SampleProgram.now()
        try test.folder(faulty.files).create(test.settings, at: now, by: "dana")
        XCTAssertTrue(faulty.canDoWithout)
      } catch {
        XCTAssertEqual(test.names(), ["notes.txt"])
      }
    }
  }

  func testNothingThatExistsIsWrittenOver() throws {
    for name in ["program.json", "participants.csv", "scores.csv", "instruments"] {
      let test = try TestProgram(isMade: false)
      try FileSystem.posix.makeFolder(test.path)
      try test.put("mine", in: name)
      XCTAssertEqual(
        problems { try test.folder().create(test.settings, at: SampleProgram.now(), by: "dana") }
          .map(\.text),
        [
          "could not create \(test.path)/\(name): it already exists\n"
            + "  choose another name: nothing was overwritten"
        ])
      XCTAssertEqual(test.names(), [name])
      XCTAssertEqual(try test.text(name), "mine")
    }
  }

  func testAnEmptyFolderMayBeFilled() throws {
    let test = try TestProgram(isMade: false)
    try FileSystem.posix.makeFolder(test.path)
    try test.put("mine", in: "notes.txt")
    try test.folder().create(test.settings, at: SampleProgram.now(), by: "dana")
    XCTAssertEqual(try test.folder().load().settings, test.settings)
    XCTAssertEqual(try test.text("notes.txt"), "mine")
  }

  /// Whoever may put a link there could have other files written or read.
  func testAFolderThatIsALinkElsewhereIsRefused() throws {
    let test = try TestProgram()
    let link = test.parent + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: test.path)
    let refusal =
      " is a symbolic link\n"
      + "  name the folder that it points to: links are not followed, for safety"
    for (given, current) in [
      (link, "/"), (link + "/", "/"), (link + "/.", "/"), ("link", test.parent), (nil, link),
    ] {
      let found = problems {
        try ProgramFolder.find(given: given, current: current, files: .posix)
      }.map(\.text)
      let path = given.map { $0.hasPrefix("/") ? $0 : "\(current)/\($0)" } ?? current
      XCTAssertEqual(found, ["the program folder \(path)" + refusal])
    }
    let empty = test.parent + "/empty"
    try FileSystem.posix.makeFolder(empty)
    let second = test.parent + "/second"
    try FileManager.default.createSymbolicLink(atPath: second, withDestinationPath: empty)
    XCTAssertEqual(
      problems {
        try ProgramFolder(path: second, files: .posix).create(
          test.settings, at: SampleProgram.now(), by: "dana")
      }.map(\.message), ["could not create \(second): it is a symbolic link"])
  }

  /// As `/tmp` is one on some machines.
  func testALinkFurtherUpInThePathIsNobodysBusiness() throws {
    let test = try TestProgram()
    let link = test.path + "-parent"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: test.parent)
    let found = try ProgramFolder.find(given: link + "/program", current: "/", files: .posix)
    XCTAssertEqual(try found.load().settings, test.settings)
  }

  func testOnlyRegularFilesAreReadAndNoLinks() throws {
    for (name, action) in [
      ("program.json", "open"), ("instruments/own.json", "open"), ("instruments", "list"),
    ] {
      let test = try TestProgram()
      let path = "\(test.path)/\(name)"
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc")
      XCTAssertEqual(
        problems { try test.folder().load() }.map(\.message),
        ["could not \(action) \(path): it is a symbolic link"])
      try FileSystem.posix.remove(path)
      XCTAssertEqual(mkfifo(path, 0o600), 0)
      let why =
        name == "instruments" ? "part of the path is not a folder" : "it is not a regular file"
      XCTAssertEqual(
        problems { try test.folder().load() }.map(\.message),
        ["could not \(action) \(path): \(why)"])
    }
  }

  func testTheNearestProgramAboveIsFound() throws {
    let test = try TestProgram()
    let inner = test.path + "/a/inner"
    try FileManager.default.createDirectory(
      atPath: inner + "/b/c", withIntermediateDirectories: true)
    for (current, found) in [
      (test.path, test.path), (test.path + "/a", test.path), (inner + "/b/c", test.path),
    ] {
      XCTAssertEqual(
        try ProgramFolder.find(given: nil, current: current, files: .posix).path, found)
    }
    try ProgramFolder(path: inner, files: .posix).create(
      test.settings, at: SampleProgram.now(), by: "dana")
    XCTAssertEqual(
      try ProgramFolder.find(given: nil, current: inner + "/b/c", files: .posix).path, inner)
    XCTAssertEqual(
      try ProgramFolder.find(given: test.path, current: inner, files: .posix).path, test.path)
  }

  func testEveryFolderUpToTheRootIsLookedAt() throws {
    let asked = FaultyFileSystem()
    var files = asked.files
    files.status = { path throws(FileError) in
      if path == "/" { return .folder }
      XCTAssertTrue(
        ["/a/b/program.json", "/a/program.json", "/program.json"].contains(path), path)
      return path == "/program.json" ? .file : nil
    }
    XCTAssertEqual(try ProgramFolder.find(given: nil, current: "/a/b", files: files).path, "/")
  }

  func testNoProgramIsToldWithWhatToDo() throws {
    let test = try TestProgram(isMade: false)
    XCTAssertEqual(
      problems {
        try ProgramFolder.find(given: test.parent, current: "/", files: .posix)
      }.map(\.text),
      [
        "there is no program in \(test.parent): it has no program.json\n"
          + "  name a program folder, or create one with `outcomes init \(test.parent)`"
      ])
    XCTAssertEqual(
      problems {
        try ProgramFolder.find(given: nil, current: test.parent, files: .posix)
      }.map(\.text),
      [
        "there is no program here: neither \(test.parent) nor a folder above it has program.json\n"
          + "  go to a program folder, name one with --store DIR, or create one with"
          + " `outcomes init DIR`"
      ])
  }

  func testBrokenSettingsAreToldByTheirName() throws {
    let test = try TestProgram()
    try test.put("{", in: "program.json")
    XCTAssertEqual(
      problems { try test.folder().load() }.map { $0.location?.file }, ["program.json"])
    try test.put("{}", in: "program.json")
    XCTAssertEqual(
      Set(problems { try test.folder().load() }.map { $0.location?.file }), ["program.json"])
  }

  func testAProgramsOwnInstrumentIsRead() throws {
    let test = try TestProgram()
    try putInstrument(test, "b.json", id: "mine-b")
    try putInstrument(test, "a.json", id: "mine-a")
    try putInstrument(test, ".hidden.json", id: "hidden")
    try test.put("not read", in: "instruments/notes.txt")
    XCTAssertEqual(
      try test.folder().ownInstruments().map(\.id.rawValue), ["mine-a", "mine-b"])
    let settings = try test.text("program.json").replacing("phq-9", with: "mine-a")
    try test.put(settings, in: "program.json")
    XCTAssertEqual(
      try test.folder().load().instruments.map(\.id.rawValue), ["ucla-3", "mine-a"])
  }

  func testMoreInstrumentsThanAnyProgramHasAreRefused() throws {
    let test = try TestProgram()
    for number in 0...500 { try test.put("{", in: "instruments/\(number).json") }
    XCTAssertEqual(
      problems { try test.folder().load() }.map(\.text),
      [
        """
        instruments contains 501 files: at most 500 are read
          keep the instruments that the program uses, and move the others elsewhere
        """
      ])
    try FileManager.default.removeItem(atPath: test.path + "/instruments/7.json")
    XCTAssertEqual(problems { try test.folder().load() }.count, 500)
  }

  func testAFolderWithoutInstrumentsHasNone() throws {
    let test = try TestProgram()
    try FileManager.default.removeItem(atPath: test.path + "/instruments")
    XCTAssertEqual(try test.folder().ownInstruments(), [])
  }

  func testEveryBrokenInstrumentAndEveryTakenIDIsTold() throws {
    let test = try TestProgram()
    try test.put("{", in: "instruments/1.json")
    try putInstrument(test, "2.json", id: "phq-9")
    try putInstrument(test, "3.json", id: "mine")
    try putInstrument(test, "4.json", id: "mine")
    let found = problems { try test.folder().ownInstruments() }
    XCTAssertEqual(
      found.map { $0.location?.file },
      ["instruments/1.json", "instruments/2.json", "instruments/4.json"])
    XCTAssertEqual(
      found.dropFirst().map(\.text),
      [
        "instruments/2.json: id: the id “phq-9” is taken by another instrument\n  choose another id",
        "instruments/4.json: id: the id “mine” is taken by another instrument\n  choose another id",
      ])
  }

  private func putInstrument(_ test: TestProgram, _ name: String, id: String) throws {
    let builtIn = try XCTUnwrap(BuiltInInstruments.all.first { $0.id.rawValue == "ucla-3" })
    let text = JSONWriter.pretty(builtIn.json).replacing("\"ucla-3\"", with: "\"\(id)\"")
    try test.put(text, in: "instruments/" + name)
  }

  func testPathsInTheFolderHaveOneSlash() {
    for path in ["/a/b", "/a/b/"] {
      XCTAssertEqual(ProgramFolder(path: path, files: .posix).path(of: "c"), "/a/b/c")
    }
    XCTAssertEqual(ProgramFolder(path: "/", files: .posix).path(of: "c"), "/c")
  }
}
