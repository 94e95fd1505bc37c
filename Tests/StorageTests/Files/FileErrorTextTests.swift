import TestSupport
import Storage
import Text
import XCTest

final class FileErrorTextTests: XCTestCase {
  func testEveryReasonHasItsWords() {
    let path = "\n  check the path; if a program file is missing, restore it from a backup"
    let permission = "\n  ask the owner of the folder for permission"
    for (reason, words) in [
      (FileError.Reason.missing, "there is no such file or folder" + path),
      (.exists, "it already exists\n  choose another name: nothing was overwritten"),
      (.notPermitted, "you do not have permission" + permission),
      (
        .readOnly,
        "the disk is read-only\n  use a folder on another disk, or ask the owner of this one to make it writable"
      ),
      (.full, "the disk is full\n  free some space on the disk and try again; nothing was changed"),
      (
        .isLink,
        "it is a symbolic link\n  put a real file or folder there: links are not followed, for safety"
      ),
      (.notAFolder, "part of the path is not a folder" + path),
      (
        .notAFile,
        "it is not a regular file\n  put a regular file there: nothing else is opened, for safety"
      ),
      (
        .ofProgram(instead: "a/c"),
        "that path is reserved for a program's own files\n"
          + "  choose another name, such as a/c; nothing was changed"
      ),
      (
        .hasOtherNames,
        "the file also has other names (hard links), and may belong to a program\n"
          + "  choose another name, or remove this one first; nothing was changed"
      ),
      (
        .accessNotKept,
        "its owner, group or permissions could not be kept\n"
          + "  ask the file's owner to do this, or choose another name; nothing was changed"
      ),
      (
        .takenAway,
        "another process moved or replaced it in the meantime\n  nothing was changed; try again"
      ),
      (
        .notTakenBack("the disk is full"),
        "the disk is full, and what had been written could not be undone\n"
          + "  the last line does not count as entered; run `outcomes check`"
      ),
      (
        .other("Input/output error"),
        "Input/output error\n  nothing was changed; try again, or ask the administrator of this machine"
      ),
    ] {
      XCTAssertEqual(
        FileError(action: "read", path: "a/b", reason: reason).diagnostic.text,
        "could not read a/b: \(words)")
    }
  }

  func testAFileThatAPersonNamedIsRead() throws {
    let test = try TestProgram()
    try test.put("abc", in: "file")
    XCTAssertEqual(try FileSystem.posix.contents(of: test.path + "/file"), Array("abc".utf8))
    XCTAssertEqual(
      problems { try FileSystem.posix.contents(of: test.path + "/none") }.map(\.message),
      ["could not open \(test.path)/none: there is no such file or folder"])
  }

  func testWhetherSomethingStandsAtAPath() throws {
    let test = try TestProgram()
    XCTAssertTrue(try FileSystem.posix.exists(test.path))
    XCTAssertFalse(try FileSystem.posix.exists(test.path + "/none"))
    let faulty = FaultyFileSystem(.init(call: .status, number: 0, reason: .notPermitted))
    XCTAssertEqual(
      problems { try faulty.files.exists(test.path) }.map(\.message),
      ["could not status \(test.path): you do not have permission"])
  }
}
